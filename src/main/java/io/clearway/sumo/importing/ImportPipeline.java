package io.clearway.sumo.importing;

import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.importing.DemandCount;
import io.clearway.simulation.importing.ImportOptions;
import io.clearway.simulation.importing.ImportSource;
import io.clearway.simulation.importing.ImportedTraffic;
import io.clearway.simulation.importing.ImportedTraffic.Kind;
import io.clearway.sumo.demand.Departures;
import io.clearway.sumo.demand.FringeTrips;
import io.clearway.sumo.network.NetworkCompiler;
import io.clearway.sumo.xml.XmlFilter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The steps from what the user gave to what SUMO runs. */
final class ImportPipeline {
    private final ImportBuilder builder;
    private final Converters converters;
    private final NetworkCompiler compiler;

    ImportPipeline(ImportBuilder builder, Converters converters, NetworkCompiler compiler) {
        this.builder = builder;
        this.converters = converters;
        this.compiler = compiler;
    }

    ImportedTraffic run(ImportSource source, ImportOptions options) {
        EpisodeWindow.requireOneLength(options);
        if (source instanceof ImportSource.StreetMap map) {
            return streetMap(map.file(), options);
        }
        if (!options.converter().isEmpty()) {
            throw new InvalidSetting(
                    "netconvert",
                    String.join(" ", options.converter()),
                    "leave it out: a finished network is not converted, only a street map (.osm) is");
        }
        if (source instanceof ImportSource.Configuration configuration) {
            return configuration(configuration, options);
        }
        ImportSource.Network given = (ImportSource.Network) source;
        return files(given, options, Configured.NOTHING);
    }

    private ImportedTraffic streetMap(Path file, ImportOptions options) {
        String name = ImportBuilder.name(file);
        NetconvertOptions converting = new NetconvertOptions(options.converter());
        Path safe = builder.inWork("map.osm.xml");
        StreetMapRule rule = new StreetMapRule();
        XmlFilter.copy(name, builder.copy("map", file), safe, rule);
        rule.leftHandTraffic()
                .filter(why -> converting.setByDefault("lefthand", "true"))
                .ifPresent(why -> builder.remark(
                        Kind.NOTE,
                        name,
                        "traffic keeps to the left, %s; where that is wrong, import with --netconvert lefthand=false"
                                .formatted(why)));
        Path converted = builder.inWork("converted.net.xml");
        converters.streetMap(safe, converted, converting);
        builder.remark(Kind.NOTE, name, "signals are those of the map; netconvert generated their programs");
        return finish(builder.addNetwork(name, converted), options, Configured.NOTHING);
    }

    private ImportedTraffic configuration(ImportSource.Configuration given, ImportOptions options) {
        Path file = given.file();
        ConfigurationFile configuration = ConfigurationFile.read(builder.copy("configuration", file), given);
        if (!configuration.leftOut().isEmpty()) {
            builder.remark(
                    Kind.NOTE,
                    ImportBuilder.name(file),
                    "ignored options: " + String.join(", ", configuration.leftOut()));
        }
        ImportOptions all = new ImportOptions(
                or(options.beginSeconds(), configuration.seconds("begin")),
                options.endSeconds(),
                options.horizonSeconds(),
                options.tripsPerHour(),
                options.seed(),
                options.converter());
        return files(
                new ImportSource.Network(configuration.network(), configuration.routes(), configuration.additional()),
                all,
                Configured.of(configuration, ImportBuilder.name(file), builder));
    }

    private ImportedTraffic files(ImportSource.Network given, ImportOptions options, Configured configured) {
        given.additional().forEach(builder::addAdditional);
        given.routes().forEach(builder::addRoutes);
        Path unpacked = builder.copy("net-file", given.file());
        return finish(builder.addNetwork(ImportBuilder.name(given.file()), unpacked), options, configured);
    }

    private ImportedTraffic finish(Path file, ImportOptions options, Configured configured) {
        CompiledNetwork network = compiler.compile(new NetworkSource.Finished(file));
        boolean generated = builder.departures().stream().allMatch(Departures::isEmpty);
        if (generated) {
            generateDemand(network, options, configured.endSeconds());
        }
        EpisodeWindow window = EpisodeWindow.of(options, configured.endSeconds(), builder.departures());
        DemandCount demand = count(network, window);
        Optional<EpisodeWindow> hour = window.busiestHour(demand);
        if (hour.isPresent()) {
            DemandCount whole = demand;
            window = hour.get();
            demand = count(network, window);
            builder.remark(Kind.ACTION_REQUIRED, "demand", cut(window, demand, whole));
        }
        if (demand.vehicles() == 0) {
            double first = builder.departures().stream()
                    .mapToDouble(Departures::earliestSeconds)
                    .min()
                    .orElse(0);
            throw new InvalidSetting(
                    "begin",
                    window.beginSeconds(),
                    "no vehicle departs from then to %s s; the first departs at %s s"
                            .formatted(window.endSeconds(), first));
        }
        ImportedTraffic.RunOptions run = new ImportedTraffic.RunOptions(
                window.beginSeconds(),
                window.endSeconds(),
                generated ? 1 : configured.scale(),
                configured.stepSeconds(),
                configured.teleportSeconds());
        return new ImportedTraffic(network, builder.routes(), builder.additional(), run, demand, builder.remarks());
    }

    private static String cut(EpisodeWindow window, DemandCount demand, DemandCount whole) {
        return "the whole is too long for an episode: its busiest hour was taken, %.0f s to %.0f s, with %d of %d vehicles; give --begin and --end, or --horizon, for another part"
                .formatted(window.beginSeconds(), window.endSeconds(), demand.vehicles(), whole.vehicles());
    }

    private void generateDemand(CompiledNetwork network, ImportOptions options, OptionalDouble configuredEnd) {
        FringeTrips trips = FringeTrips.of(network.roads());
        double begin = options.beginSeconds().orElse(0);
        double end = EpisodeWindow.end(options, begin)
                .orElse(Math.min(
                        configuredEnd.orElse(begin + EpisodeWindow.GENERATED_SECONDS),
                        begin + EpisodeWindow.LONGEST_SECONDS));
        double perHour = options.tripsPerHour().orElse(trips.moderatePerHour());
        Path drawn = builder.inWork("trips.rou.xml");
        trips.write(drawn, perHour, begin, end, options.seed());
        Path routed = builder.inWork("generated.rou.xml");
        converters.route(new Converters.Demand(network.file(), List.of(drawn), List.of(), begin, end), routed, true);
        builder.addRoutes(routed);
        builder.remark(
                Kind.ACTION_REQUIRED,
                "demand",
                "no demand was given: %.0f trips per hour were generated; give counted flows before you rely on a result"
                        .formatted(perHour));
    }

    private DemandCount count(CompiledNetwork network, EpisodeWindow window) {
        double begin = window.beginSeconds();
        double end = window.endSeconds();
        List<Departures> departures = builder.departures();
        DemandCensus.Given given = new DemandCensus.Given(
                between(begin, end),
                departures.stream().anyMatch(Departures::hasFlows),
                between(0, begin),
                between(end, Double.POSITIVE_INFINITY));
        Converters.Demand demand =
                new Converters.Demand(network.file(), builder.routes(), builder.additional(), begin, end);
        Path routed = builder.inWork("routed.rou.xml");
        boolean sorted = departures.stream().allMatch(Departures::sorted);
        boolean complete = routes(demand, routed);
        DemandCount count = DemandCensus.count(routed, begin, end, given);
        if ((!complete || !sorted) && window.busiestHour(count).isEmpty()) {
            builder.replaceRoutes(routed);
            builder.remark(Kind.REPAIRED, "demand", repaired(sorted, complete, count));
        }
        return count;
    }

    private int between(double from, double to) {
        return builder.departures().stream()
                .mapToInt(departures -> departures.between(from, to))
                .sum();
    }

    /** Whether every vehicle has a route. */
    private boolean routes(Converters.Demand demand, Path routed) {
        try {
            converters.route(demand, routed, false);
            return true;
        } catch (SimulationException someHaveNone) {
            converters.route(demand, routed, true);
            return false;
        }
    }

    private static String repaired(boolean sorted, boolean complete, DemandCount count) {
        String order = "departures were out of order, which SUMO ignores; they are in order now";
        String routes = "gaps of routes were closed, and %s without a route to their destination left out"
                .formatted(count.withoutRoute() == 0 ? "vehicles" : count.withoutRoute() + " vehicles");
        return Stream.of(sorted ? "" : order, complete ? "" : routes)
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }

    private static OptionalDouble or(OptionalDouble first, OptionalDouble second) {
        return first.isPresent() ? first : second;
    }
}

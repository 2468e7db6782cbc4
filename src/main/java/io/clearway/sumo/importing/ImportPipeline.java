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
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The steps from what the user gave to what SUMO runs. */
final class ImportPipeline {
    private static final double GENERATED_SECONDS = 3600;
    private final ImportBuilder builder;
    private final Converters converters;
    private final NetworkCompiler compiler;

    ImportPipeline(ImportBuilder builder, Converters converters, NetworkCompiler compiler) {
        this.builder = builder;
        this.converters = converters;
        this.compiler = compiler;
    }

    ImportedTraffic run(ImportSource source, ImportOptions options) {
        requireOneLength(options);
        if (source instanceof ImportSource.Configuration configuration) {
            return configuration(configuration.file(), options);
        }
        if (source instanceof ImportSource.StreetMap map) {
            String name = ImportBuilder.name(map.file());
            Path safe = builder.inWork("map.osm.xml");
            XmlFilter.copy(name, builder.copy("map", map.file()), safe, new StreetMapRule());
            Path converted = builder.inWork("converted.net.xml");
            converters.streetMap(safe, converted);
            builder.remark(Kind.NOTE, name, "signals are those of the map; netconvert generated their programs");
            return finish(builder.addNetwork(name, converted), options);
        }
        ImportSource.Network given = (ImportSource.Network) source;
        return files(given, options);
    }

    private ImportedTraffic configuration(Path file, ImportOptions options) {
        Path copy = builder.copy("configuration", file);
        ConfigurationFile configuration = ConfigurationFile.read(copy, ConfigurationFile.folderOf(file));
        if (!configuration.leftOut().isEmpty()) {
            builder.remark(
                    Kind.NOTE,
                    ImportBuilder.name(file),
                    "ignored options: " + String.join(", ", configuration.leftOut()));
        }
        OptionalDouble end = configuration.seconds("end");
        ImportOptions all = new ImportOptions(
                or(options.beginSeconds(), configuration.seconds("begin")),
                // SUMO writes −1 for no end
                or(
                        options.endSeconds(),
                        end.orElse(-1) < 0 || options.horizonSeconds().isPresent() ? OptionalDouble.empty() : end),
                options.horizonSeconds(),
                options.tripsPerHour(),
                options.seed());
        return files(
                new ImportSource.Network(configuration.network(), configuration.routes(), configuration.additional()),
                all);
    }

    private ImportedTraffic files(ImportSource.Network given, ImportOptions options) {
        given.additional().forEach(builder::addAdditional);
        given.routes().forEach(builder::addRoutes);
        Path unpacked = builder.copy("net-file", given.file());
        return finish(builder.addNetwork(ImportBuilder.name(given.file()), unpacked), options);
    }

    private ImportedTraffic finish(Path file, ImportOptions options) {
        CompiledNetwork network = compiler.compile(new NetworkSource.Finished(file));
        if (builder.departures().stream().allMatch(Departures::isEmpty)) {
            generateDemand(network, options);
        }
        List<Departures> departures = builder.departures();
        double first = departures.stream()
                .mapToDouble(Departures::earliestSeconds)
                .min()
                .orElse(0);
        double last =
                departures.stream().mapToDouble(Departures::latestSeconds).max().orElse(0);
        double begin = options.beginSeconds().orElse(Double.isFinite(first) ? Math.floor(first) : 0);
        double end = end(options, begin).orElse(Double.isFinite(last) ? Math.ceil(last) : begin + GENERATED_SECONDS);
        if (begin < 0) {
            throw new InvalidSetting("begin", begin, "give 0 seconds or more");
        }
        if (!(end > begin)) {
            throw new InvalidSetting("end", end, "give a time after the begin, which is %s s".formatted(begin));
        }
        DemandCount demand = count(network, begin, end);
        if (demand.vehicles() == 0) {
            throw new InvalidSetting(
                    "begin",
                    begin,
                    "no vehicle departs from then to %s s; the first departs at %s s".formatted(end, first));
        }
        return new ImportedTraffic(
                network, builder.routes(), builder.additional(), begin, end, demand, builder.remarks());
    }

    private void generateDemand(CompiledNetwork network, ImportOptions options) {
        FringeTrips trips = FringeTrips.of(network.roads());
        double begin = options.beginSeconds().orElse(0);
        double end = end(options, begin).orElse(begin + GENERATED_SECONDS);
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

    private static void requireOneLength(ImportOptions options) {
        double horizon = options.horizonSeconds().orElse(1);
        if (!(horizon > 0)) {
            throw new InvalidSetting("horizon", horizon, "give more than 0 seconds");
        }
        if (options.horizonSeconds().isPresent() && options.endSeconds().isPresent()) {
            throw new InvalidSetting("horizon", horizon, "give this length of an episode or its end, not both");
        }
    }

    private static OptionalDouble end(ImportOptions options, double begin) {
        return options.horizonSeconds().isPresent()
                ? OptionalDouble.of(begin + options.horizonSeconds().getAsDouble())
                : options.endSeconds();
    }

    private DemandCount count(CompiledNetwork network, double begin, double end) {
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
        if (!complete || !sorted) {
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

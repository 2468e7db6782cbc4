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
    private static final double MADE_UP_SECONDS = 3600;
    private final ImportBuilder draft;
    private final Converters converters;
    private final NetworkCompiler compiler;

    ImportPipeline(ImportBuilder draft, Converters converters, NetworkCompiler compiler) {
        this.draft = draft;
        this.converters = converters;
        this.compiler = compiler;
    }

    ImportedTraffic take(ImportSource source, ImportOptions wishes) {
        requireOneLength(wishes);
        if (source instanceof ImportSource.Configuration configuration) {
            return configured(configuration.file(), wishes);
        }
        if (source instanceof ImportSource.StreetMap map) {
            String name = ImportBuilder.name(map.file());
            Path safe = draft.inWork("map.osm.xml");
            XmlFilter.copy(name, draft.take("map", map.file()), safe, new StreetMapRule());
            Path converted = draft.inWork("converted.net.xml");
            converters.streetMap(safe, converted);
            draft.remark(Kind.NOTE, name, "signals stand where the map has them; netconvert made up their programs");
            return finish(draft.addNetwork(name, converted), wishes);
        }
        ImportSource.Network given = (ImportSource.Network) source;
        return files(given, wishes);
    }

    private ImportedTraffic configured(Path file, ImportOptions wishes) {
        Path copy = draft.take("configuration", file);
        ConfigurationFile configuration = ConfigurationFile.read(copy, SumoImporter.folderOf(file));
        if (!configuration.leftOut().isEmpty()) {
            draft.remark(
                    Kind.NOTE,
                    ImportBuilder.name(file),
                    "options not taken over: " + String.join(", ", configuration.leftOut()));
        }
        OptionalDouble end = configuration.seconds("end");
        ImportOptions all = new ImportOptions(
                or(wishes.beginSeconds(), configuration.seconds("begin")),
                // SUMO writes −1 for no end
                or(
                        wishes.endSeconds(),
                        end.orElse(-1) < 0 || wishes.horizonSeconds().isPresent() ? OptionalDouble.empty() : end),
                wishes.horizonSeconds(),
                wishes.tripsPerHour(),
                wishes.seed());
        return files(
                new ImportSource.Network(configuration.network(), configuration.routes(), configuration.additional()),
                all);
    }

    private ImportedTraffic files(ImportSource.Network given, ImportOptions wishes) {
        given.additional().forEach(draft::addAdditional);
        given.routes().forEach(draft::addRoutes);
        Path taken = draft.take("net-file", given.file());
        return finish(draft.addNetwork(ImportBuilder.name(given.file()), taken), wishes);
    }

    private ImportedTraffic finish(Path file, ImportOptions wishes) {
        CompiledNetwork network = compiler.compile(new NetworkSource.Finished(file));
        if (draft.departures().stream().allMatch(Departures::isEmpty)) {
            makeUp(network, wishes);
        }
        List<Departures> departures = draft.departures();
        double first = departures.stream()
                .mapToDouble(Departures::earliestSeconds)
                .min()
                .orElse(0);
        double last =
                departures.stream().mapToDouble(Departures::latestSeconds).max().orElse(0);
        double begin = wishes.beginSeconds().orElse(Double.isFinite(first) ? Math.floor(first) : 0);
        double end = end(wishes, begin).orElse(Double.isFinite(last) ? Math.ceil(last) : begin + MADE_UP_SECONDS);
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
        return new ImportedTraffic(network, draft.routes(), draft.additional(), begin, end, demand, draft.remarks());
    }

    private void makeUp(CompiledNetwork network, ImportOptions wishes) {
        FringeTrips trips = FringeTrips.of(network.roads());
        double begin = wishes.beginSeconds().orElse(0);
        double end = end(wishes, begin).orElse(begin + MADE_UP_SECONDS);
        double perHour = wishes.tripsPerHour().orElse(trips.moderatePerHour());
        Path drawn = draft.inWork("trips.rou.xml");
        trips.write(drawn, perHour, begin, end, wishes.seed());
        Path routed = draft.inWork("made-up.rou.xml");
        converters.route(new Converters.Demand(network.file(), List.of(drawn), List.of(), begin, end), routed, true);
        draft.addRoutes(routed);
        draft.remark(
                Kind.NEEDS_A_PERSON,
                "demand",
                "no demand was given: %.0f trips per hour were made up; give counted flows before you trust a result"
                        .formatted(perHour));
    }

    private static void requireOneLength(ImportOptions wishes) {
        double horizon = wishes.horizonSeconds().orElse(1);
        if (!(horizon > 0)) {
            throw new InvalidSetting("horizon", horizon, "give more than 0 seconds");
        }
        if (wishes.horizonSeconds().isPresent() && wishes.endSeconds().isPresent()) {
            throw new InvalidSetting("horizon", horizon, "give this length of an episode or its end, not both");
        }
    }

    private static OptionalDouble end(ImportOptions wishes, double begin) {
        return wishes.horizonSeconds().isPresent()
                ? OptionalDouble.of(begin + wishes.horizonSeconds().getAsDouble())
                : wishes.endSeconds();
    }

    private DemandCount count(CompiledNetwork network, double begin, double end) {
        List<Departures> departures = draft.departures();
        DemandCensus.Given given = new DemandCensus.Given(
                between(begin, end),
                departures.stream().anyMatch(Departures::hasFlows),
                between(0, begin),
                between(end, Double.POSITIVE_INFINITY));
        Converters.Demand demand =
                new Converters.Demand(network.file(), draft.routes(), draft.additional(), begin, end);
        Path routed = draft.inWork("routed.rou.xml");
        boolean sorted = departures.stream().allMatch(Departures::sorted);
        boolean complete = routes(demand, routed);
        DemandCount count = DemandCensus.count(routed, begin, end, given);
        if (!complete || !sorted) {
            draft.replaceRoutes(routed);
            draft.remark(Kind.REPAIRED, "demand", repaired(sorted, complete, count));
        }
        return count;
    }

    private int between(double from, double to) {
        return draft.departures().stream()
                .mapToInt(departures -> departures.between(from, to))
                .sum();
    }

    /** Whether every vehicle has a way. */
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
        String order = "departures were not in order, and SUMO would have ignored the late ones; they are in order now";
        String ways = "routes with gaps were closed, and %s without a way to their destination left out"
                .formatted(count.withoutRoute() == 0 ? "vehicles" : count.withoutRoute() + " vehicles");
        return Stream.of(sorted ? "" : order, complete ? "" : ways)
                .filter(words -> !words.isEmpty())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }

    private static OptionalDouble or(OptionalDouble first, OptionalDouble second) {
        return first.isPresent() ? first : second;
    }
}

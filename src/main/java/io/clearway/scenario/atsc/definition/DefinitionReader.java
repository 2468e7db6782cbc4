package io.clearway.scenario.atsc.definition;

import io.clearway.network.AgentGraph;
import io.clearway.scenario.ScenarioIdentity;
import io.clearway.setting.EnumWords;
import io.clearway.signal.Phase;
import io.clearway.simulation.NetworkSource;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads definitions from their folders. */
public final class DefinitionReader {
    static final String FILE = "scenario.json";

    private final JsonFields fields;
    private final Path folder;

    private DefinitionReader(JsonFields fields, Path folder) {
        this.fields = fields;
        this.folder = folder;
    }

    /**
     * Reads {@code scenario.json} of a folder, which names the other files there.
     *
     * @throws io.clearway.setting.InvalidSetting naming file, field, value and correction
     */
    public static AtscDefinition read(Path folder) {
        return new DefinitionReader(JsonFields.read(folder.resolve(FILE)), folder).definition();
    }

    private AtscDefinition definition() {
        List<JsonFields> entries = fields.objects("signals");
        List<SignalAgents.Signal> signals = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (JsonFields entry : entries) {
            SignalAgents.Signal signal = signal(entry);
            if (!ids.add(signal.id())) {
                throw entry.refuse("id", signal.id(), "give each signal once");
            }
            signals.add(signal);
        }
        if (signals.isEmpty()) {
            throw fields.refuse("signals", "[]", "give one signal at least");
        }
        AtscDefinition definition = new AtscDefinition(
                new ScenarioIdentity(fields.text("name"), fields.text("description"), fields.text("origin")),
                network(fields.object("network")),
                levels(fields.object("demand")),
                new SignalAgents(signals, neighbors(entries, ids)),
                detectors(fields.object("measures")),
                timing(fields.object("timing")),
                reference(fields));
        entries.forEach(JsonFields::end);
        fields.end();
        return definition;
    }

    private static ReferenceRule reference(JsonFields fields) {
        return fields.has("reference")
                ? constant(ReferenceRule.class, fields, "reference")
                : ReferenceRule.CAPACITY_AWARE;
    }

    /** The constant that the text of a field denotes. */
    private static <E extends Enum<E>> E constant(Class<E> type, JsonFields fields, String field) {
        String word = fields.text(field);
        List<String> words = EnumWords.all(type);
        if (!words.contains(word)) {
            throw fields.refuse(field, word, "give one of " + String.join(", ", words));
        }
        return EnumWords.constant(type, field, word);
    }

    private NetworkSource network(JsonFields network) {
        boolean plain = network.oneOf("plain", "file").equals("plain");
        NetworkSource source;
        if (plain) {
            String name = network.text("plain");
            inFolder(network, "plain", name + ".nod.xml");
            inFolder(network, "plain", name + ".edg.xml");
            source = new NetworkSource.Plain(folder, name);
        } else {
            source = new NetworkSource.Finished(inFolder(network, "file", network.text("file")));
        }
        network.end();
        return source;
    }

    private DemandLevels levels(JsonFields demand) {
        SortedMap<String, DemandSource> others = new TreeMap<>();
        if (demand.has("levels")) {
            JsonFields levels = demand.object("levels");
            for (String level : levels.names()) {
                if (!DemandLevels.isName(level)) {
                    throw levels.refuse(
                            level,
                            level,
                            "name levels by small letters, digits and hyphens, and none '%s': that is the usual one"
                                    .formatted(DemandLevels.USUAL));
                }
                JsonFields one = levels.object(level);
                others.put(level, demand(one));
                one.end();
            }
        }
        DemandLevels read = new DemandLevels(demand(demand), others);
        demand.end();
        return read;
    }

    private DemandSource demand(JsonFields demand) {
        return demand.oneOf("rates", "routes").equals("rates")
                ? new DemandSource.Rates(inFolder(demand, "rates", demand.text("rates")))
                : new DemandSource.Routes(
                        inFolder(demand, "routes", demand.texts("routes")),
                        inFolder(demand, "additional", demand.findTexts("additional")),
                        demand.findPositive("scale").orElse(1));
    }

    private List<Path> inFolder(JsonFields within, String field, List<String> names) {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            files.add(inFolder(within, "%s[%d]".formatted(field, files.size()), name));
        }
        return files;
    }

    private Path inFolder(JsonFields within, String field, String name) {
        Path file;
        try {
            file = folder.resolve(name).normalize();
        } catch (InvalidPathException unnameable) {
            throw within.refuse(field, name, "give the name of a file in the scenario's folder");
        }
        if (!file.startsWith(folder.normalize())) {
            throw within.refuse(field, name, "give the name of a file in the scenario's folder");
        }
        if (!Files.isRegularFile(file)) {
            throw within.refuse(field, name, "put the file %s there".formatted(file));
        }
        return file;
    }

    private static SignalAgents.Signal signal(JsonFields entry) {
        List<String> states = entry.texts("phases");
        List<Phase> phases = new ArrayList<>();
        for (String state : states) {
            String field = "phases[%d]".formatted(phases.size());
            if (state.length() != states.get(0).length()) {
                throw entry.refuse(
                        field,
                        state,
                        "give %d characters as in the first phase"
                                .formatted(states.get(0).length()));
            }
            phases.add(phase(entry, field, state));
        }
        if (phases.isEmpty()) {
            throw entry.refuse("phases", "[]", "give one phase at least");
        }
        if (new HashSet<>(phases).size() < phases.size()) {
            throw entry.refuse("phases", states, "give each phase once");
        }
        SortedMap<String, List<String>> upstream = entry.findTextsByName("upstream");
        SortedMap<String, List<Double>> shares = entry.findNumbersByName("upstreamShares");
        for (Map.Entry<String, List<Double>> lane : shares.entrySet()) {
            if (lane.getValue().size()
                    != upstream.getOrDefault(lane.getKey(), List.of()).size()) {
                throw entry.refuse("upstreamShares", lane, "give one share for each lane that 'upstream' names there");
            }
        }
        return new SignalAgents.Signal(entry.text("id"), phases, upstream, shares);
    }

    private static Phase phase(JsonFields entry, String field, String state) {
        try {
            return new Phase(state);
        } catch (IllegalArgumentException unusable) {
            throw entry.refuse(field, state, "give one of G g r s o O per link of the signal; yellow is no phase");
        }
    }

    /** It is enough when one of the two names the other. */
    private static List<AgentGraph.Link> neighbors(List<JsonFields> entries, Set<String> ids) {
        List<AgentGraph.Link> links = new ArrayList<>();
        for (JsonFields entry : entries) {
            String id = entry.text("id");
            int place = 0;
            for (String neighbor : entry.texts("neighbors")) {
                String field = "neighbors[%d]".formatted(place++);
                if (!ids.contains(neighbor)) {
                    throw entry.refuse(field, neighbor, "give the id of one of the signals");
                }
                if (neighbor.equals(id)) {
                    throw entry.refuse(field, neighbor, "give other signals: none is its own neighbor");
                }
                links.add(new AgentGraph.Link(id, neighbor));
            }
        }
        return links;
    }

    private static DetectorSpec detectors(JsonFields spec) {
        double meters = spec.positive("detectorMeters");
        double gap = spec.atLeastZero("detectorGapMeters");
        if (gap >= meters) {
            throw spec.refuse("detectorGapMeters", gap, "give less than detectorMeters, " + meters);
        }
        JsonFields observation = spec.object("observation");
        JsonFields dividedBy = observation.object("dividedBy");
        DetectorSpec.Divisor divisor =
                dividedBy.oneOf("vehicles", "lengthOverMeters").equals("vehicles")
                        ? new DetectorSpec.Divisor.Vehicles(dividedBy.positive("vehicles"))
                        : new DetectorSpec.Divisor.Length(dividedBy.positive("lengthOverMeters"));
        JsonFields reward = spec.object("reward");
        DetectorSpec read = new DetectorSpec(
                meters,
                gap,
                new DetectorSpec.Observation(
                        constant(DetectorSpec.Stretch.class, observation, "on"),
                        divisor,
                        observation.findPositive("limit")),
                new DetectorSpec.Reward(
                        constant(DetectorSpec.Stretch.class, reward, "on"),
                        reward.findPositive("limit"),
                        reward.positive("divisor")),
                sensors(spec));
        List.of(dividedBy, observation, reward, spec).forEach(JsonFields::end);
        return read;
    }

    private static SensorKind sensors(JsonFields spec) {
        return spec.has("sensors") ? constant(SensorKind.class, spec, "sensors") : SensorKind.ALL;
    }

    private static AtscDefinition.Timing timing(JsonFields timing) {
        double decision = timing.count("decisionSeconds");
        double transition = timing.positive("transitionSeconds");
        if (transition >= decision) {
            throw timing.refuse("transitionSeconds", transition, "give less than decisionSeconds, " + decision);
        }
        double allRed = timing.has("allRedSeconds") ? timing.atLeastZero("allRedSeconds") : 0;
        if (allRed >= transition) {
            throw timing.refuse("allRedSeconds", allRed, "give less than transitionSeconds, " + transition);
        }
        AtscDefinition.Timing read = new AtscDefinition.Timing(
                decision,
                transition,
                timing.count("decisions"),
                timing.positive("stepSeconds"),
                timing.number("teleportSeconds"),
                timing.has("beginSeconds") ? timing.atLeastZero("beginSeconds") : 0,
                allRed);
        timing.end();
        return read;
    }
}

package io.clearway.scenario.atsc.benchmark;

import io.clearway.network.AgentGraph;
import io.clearway.scenario.ScenarioIdentity;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.DemandLevels;
import io.clearway.scenario.atsc.definition.DemandSource;
import io.clearway.scenario.atsc.definition.DetectorSpec;
import io.clearway.scenario.atsc.definition.JsonFields;
import io.clearway.scenario.atsc.definition.SignalAgents;
import io.clearway.setting.InvalidSetting;
import io.clearway.signal.Phase;
import io.clearway.simulation.NetworkSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * "ATSC Monaco" of Chu et al. 2020 and Ma et al. 2024: 28 signals of a part of the MoST scenario (Codeca, Härri 2017).
 * Its files may not be passed on, so they are read from a folder of the user and checked against known hashes.
 * Published neighbors that are named by one side only count for both; agents of few phases have few actions.
 */
public final class MonacoMost {
    private static final String NETWORK = "most.net.xml";
    private static final String ROUTES = "most_0.rou.xml";
    private static final String SIGNALS = "benchmark.json";
    private static final Map<String, String> HASHES = Map.of(
            NETWORK, "f6cac3323549267944b31be1d78e0f10b0f09dc7d5d6cb2a21193638b3a14faa",
            ROUTES, "c4f0d59816efdc3234dd2e28310d77f9d19b2fcb645dac6b9dbc382649250bdb",
            SIGNALS, "1fb97c4a1e02ee2ace30fbb99815aeb5aea615d7575c5144b7a9df7aeb85a474");

    /** In one phase of two signals the road ahead would meet a left turn; as in the network, it gives way instead. */
    private static final Map<String, String> MENDED = Map.of("rrrrrrrrrrGGGG", "rrrrrrrrrrGGgg");

    /** An hour of decisions every 5 s, 2 s of each yellow. */
    private static final AtscDefinition.Timing TIMING = new AtscDefinition.Timing(5, 2, 720, 1, 600);

    private MonacoMost() {}

    /** The problem without its signals, which are in a file that may be missing. */
    public static AtscDefinition outline(Path folder) {
        return new AtscDefinition(
                new ScenarioIdentity(
                        "monaco-most",
                        "28 signals of Monaco, the published benchmark (Chu et al. 2020; Ma et al. 2024)",
                        "MoST (Codeca, Härri 2017) cut by Chu et al.; roads from OpenStreetMap, ODbL; files are the user's own"),
                new NetworkSource.Finished(folder.resolve(NETWORK)),
                DemandLevels.only(new DemandSource.Routes(List.of(folder.resolve(ROUTES)), List.of())),
                SignalAgents.none(),
                DetectorSpec.MONACO,
                TIMING);
    }

    /**
     * The problem.
     *
     * @param folder holds {@code most.net.xml}, {@code most_0.rou.xml} and {@code benchmark.json}
     * @throws InvalidSetting naming the file that is missing or not the published one, and where to get it
     */
    public static AtscDefinition read(Path folder) {
        for (String name : List.of(NETWORK, ROUTES, SIGNALS)) {
            requirePublished(folder.resolve(name), name);
        }
        JsonFields signals = JsonFields.read(folder.resolve(SIGNALS)).object("signals");
        List<SignalAgents.Signal> agents = new ArrayList<>();
        List<AgentGraph.Link> links = new ArrayList<>();
        for (String id : signals.names()) {
            JsonFields signal = signals.object(id);
            List<Phase> phases = signal.texts("phases").stream()
                    .map(state -> new Phase(MENDED.getOrDefault(state, state)))
                    .toList();
            agents.add(new SignalAgents.Signal(id, phases, signal.findTextsByName("upstreamLanes")));
            signal.texts("neighbors").forEach(neighbor -> links.add(new AgentGraph.Link(id, neighbor)));
        }
        return outline(folder).with(new SignalAgents(agents, links));
    }

    private static void requirePublished(Path file, String name) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidSetting(
                    file.toString(),
                    "missing",
                    "put the files of the benchmark there, as sumo-networks/monaco-most/README.md describes, or name their"
                            + " folder in the environment variable CLEARWAY_MONACO_MOST");
        }
        String given = sha256(file);
        if (!given.equals(HASHES.get(name))) {
            throw new InvalidSetting(
                    file.toString(), "sha256 " + given, "give the published file, sha256 " + HASHES.get(name));
        }
    }

    private static String sha256(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("File %s cannot be read".formatted(file), unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}

package io.clearway.scenario.atsc.benchmark;

import io.clearway.network.AgentGraph;
import io.clearway.scenario.ScenarioIdentity;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.DemandLevels;
import io.clearway.scenario.atsc.definition.DemandSource;
import io.clearway.scenario.atsc.definition.DetectorSpec;
import io.clearway.scenario.atsc.definition.ReferenceRule;
import io.clearway.scenario.atsc.definition.SignalAgents;
import io.clearway.signal.Phase;
import io.clearway.simulation.NetworkSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The 5×5 grid of Chu et al. 2020, used by Ma et al. 2024 as "ATSC Grid". */
public final class Grid5x5 {
    private static final int SIDE = 5;

    /** An hour of decisions every 5 s, 2 s of each yellow. */
    private static final AtscDefinition.Timing TIMING = new AtscDefinition.Timing(5, 2, 720, 1, 600);

    /** North and south; east and west turning; east and west straight on; all of east; all of west. */
    private static final List<Phase> PHASES = Stream.of(
                    "GGgrrrGGgrrr", "rrrGrGrrrGrG", "rrrGGrrrrGGr", "rrrGGGrrrrrr", "rrrrrrrrrGGG")
            .map(Phase::new)
            .toList();

    private Grid5x5() {}

    /**
     * The problem.
     *
     * @param networks folder that holds a folder {@code grid-5x5}
     */
    public static AtscDefinition definition(Path networks) {
        Path folder = networks.resolve("grid-5x5");
        return new AtscDefinition(
                new ScenarioIdentity(
                        "grid-5x5",
                        "25 signals in a grid, demand shifting through one hour (Chu et al. 2020; Ma et al. 2024)",
                        "drawn for Clearway from the facts in both papers; Apache-2.0"),
                new NetworkSource.Plain(folder, "grid-5x5"),
                DemandLevels.only(new DemandSource.Rates(folder.resolve("demand.json"))),
                new SignalAgents(signals(), lattice()),
                DetectorSpec.GRID,
                TIMING,
                ReferenceRule.GATING);
    }

    private static List<SignalAgents.Signal> signals() {
        return IntStream.rangeClosed(1, SIDE * SIDE)
                .mapToObj(number -> new SignalAgents.Signal("nt" + number, PHASES))
                .toList();
    }

    private static List<AgentGraph.Link> lattice() {
        List<AgentGraph.Link> links = new ArrayList<>();
        for (int number = 1; number <= SIDE * SIDE; number++) {
            if (number % SIDE != 0) {
                links.add(new AgentGraph.Link("nt" + number, "nt" + (number + 1)));
            }
            if (number + SIDE <= SIDE * SIDE) {
                links.add(new AgentGraph.Link("nt" + number, "nt" + (number + SIDE)));
            }
        }
        return links;
    }
}

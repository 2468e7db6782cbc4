package io.clearway.scenario.atsc;

import io.clearway.network.AgentGraph;
import io.clearway.scenario.ScenarioIdentity;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.DemandLevels;
import io.clearway.scenario.atsc.definition.DemandSource;
import io.clearway.scenario.atsc.definition.DetectorSpec;
import io.clearway.scenario.atsc.definition.SignalAgents;
import io.clearway.scenario.atsc.network.SignalNetwork;
import io.clearway.signal.Phase;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.RoadNetwork.ProgramPhase;
import io.clearway.simulation.RoadNetwork.Road;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A street with two signals, small enough to reckon by hand:
 *
 * <pre>
 *        nA            nB
 *        |             |
 *  wA → (A) → AB →   (B) → Be
 *        |             |
 *        As            Bs
 * </pre>
 *
 * A road wn from the west to the north makes nB the only one that is an entry.
 *
 * <p>A: link 0 nA→As, 1 nA→AB (gives way to 2), 2 wA→AB; B: link 0 AB→Be, 1 nB→Bs.
 */
public final class TwoSignals {
    static final RoadNetwork ROADS = new RoadNetwork(
            Stream.of(
                            road("nA", "north", "A", 75),
                            road("wA", "west", "A", 100),
                            road("wn", "west", "north", 125),
                            road("As", "A", "south of A", 80),
                            road("AB", "A", "B", 150),
                            road("nB", "north of B", "B", 75),
                            road("Be", "B", "east of B", 90),
                            road("Bs", "B", "south of B", 80),
                            road(":A", "", "", 10))
                    .toList(),
            List.of(),
            List.of(
                    new TrafficLight(
                            "A",
                            List.of(
                                    new Link(0, "nA_0", "As_0", 's', List.of(2), List.of()),
                                    new Link(1, "nA_0", "AB_0", 'l', List.of(2), List.of(2)),
                                    new Link(2, "wA_0", "AB_0", 's', List.of(0, 1), List.of())),
                            List.of(program("GGr", "yyr", "rrG", "rry"))),
                    new TrafficLight(
                            "B",
                            List.of(
                                    new Link(0, "AB_0", "Be_0", 's', List.of(1), List.of()),
                                    new Link(1, "nB_0", "Bs_0", 's', List.of(0), List.of())),
                            List.of(program("Gr", "yr", "rG", "ry")))));

    public static final AtscDefinition.Timing TIMING = new AtscDefinition.Timing(5, 2, 3, 1, 600);

    static final AgentGraph GRAPH = new AgentGraph(List.of("A", "B"), List.of(new AgentGraph.Link("A", "B")));

    /** The problem with episodes of three decisions; A has phases GGr, rrG, rgG and B has Gr, rG. */
    public static AtscDefinition definition(Path demand) {
        return new AtscDefinition(
                new ScenarioIdentity("two-signals", "Two signals in a street", "made up for tests"),
                new NetworkSource.Finished(Path.of("two-signals.net.xml")),
                DemandLevels.only(new DemandSource.Rates(demand)),
                new SignalAgents(
                        List.of(signal("A", "GGr", "rrG", "rgG"), signal("B", "Gr", "rG")),
                        List.of(new AgentGraph.Link("A", "B"))),
                DetectorSpec.GRID,
                TIMING);
    }

    public static SignalNetwork network() {
        return SignalNetwork.of(
                definition(Path.of("none")),
                GRAPH,
                new CompiledNetwork(Path.of("two-signals.net.xml"), "hash-of-roads", ROADS));
    }

    /** Writes a demand file of one flow: six vehicles in five minutes. */
    public static Path demand(Path folder) throws IOException {
        return Files.writeString(folder.resolve("demand.json"), """
                {"vehicleType": {"id": "car", "lengthMeters": 5,
                  "accelerationMetersPerSecond2": 5, "decelerationMetersPerSecond2": 10},
                 "slotSeconds": 300,
                 "groups": [{"name": "through", "beginSeconds": 0, "peakVehiclesPerHour": 70, "factors": [1],
                   "trips": [{"from": "wA", "to": "Be"}]}]}
                """);
    }

    private static SignalAgents.Signal signal(String id, String... phases) {
        return new SignalAgents.Signal(id, Stream.of(phases).map(Phase::new).toList());
    }

    private static Road road(String id, String from, String to, double meters) {
        return new Road(id, from.isEmpty(), from, to, List.of(new Lane(id + "_0", id, 0, meters, 13.9)));
    }

    private static Program program(String first, String firstYellow, String second, String secondYellow) {
        return new Program(
                "0",
                "static",
                0,
                List.of(
                        new ProgramPhase(7, first),
                        new ProgramPhase(3, firstYellow),
                        new ProgramPhase(7, second),
                        new ProgramPhase(3, secondYellow)));
    }

    private TwoSignals() {}
}

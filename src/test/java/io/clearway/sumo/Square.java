package io.clearway.sumo;

import io.clearway.simulation.AdditionalElements;
import io.clearway.simulation.CollisionAction;
import io.clearway.simulation.Commands;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.SimulationOptions;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficDemand.CarFollowing;
import io.clearway.simulation.TrafficDemand.Placed;
import io.clearway.simulation.TrafficDemand.PlacedVehicle;
import io.clearway.simulation.TrafficDemand.VehicleType;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.trips.RecordDetail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The smallest world to drive around in: four roads of 50 m, one lane, and two vehicles, "b" 20 m ahead of "a". */
final class Square {
    static final List<String> VEHICLES = List.of("a", "b");
    static final double STEP = 0.1;
    private static final List<String> ROADS = List.of("south", "east", "north", "west");

    private Square() {}

    static CompiledNetwork build(SumoSimulator simulator, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("square.nod.xml"), """
                <nodes>
                    <node id="sw" x="0" y="0"/>
                    <node id="se" x="50" y="0"/>
                    <node id="ne" x="50" y="50"/>
                    <node id="nw" x="0" y="50"/>
                </nodes>
                """);
        Files.writeString(folder.resolve("square.edg.xml"), """
                <edges>
                    <edge id="south" from="sw" to="se" numLanes="1" speed="30"/>
                    <edge id="east" from="se" to="ne" numLanes="1" speed="30"/>
                    <edge id="north" from="ne" to="nw" numLanes="1" speed="30"/>
                    <edge id="west" from="nw" to="sw" numLanes="1" speed="30"/>
                </edges>
                """);
        return simulator.compile(new NetworkSource.Plain(folder, "square"));
    }

    static SimulationSetup setup(CompiledNetwork network, int rounds, CollisionAction crashes, int seed) {
        Placed demand = new Placed(
                new VehicleType("car", 5, 2.6, 4.5),
                new CarFollowing(2.5, 1, 0.5, 30, 0.1),
                List.of(new PlacedVehicle("a", ROADS, rounds, 10, 0), new PlacedVehicle("b", ROADS, rounds, 30, 0)));
        return new SimulationSetup(
                network,
                demand,
                AdditionalElements.NONE,
                new SimulationOptions(seed, STEP, 0, -1, crashes, RecordDetail.TRIPS));
    }

    /** After the step that puts the vehicles on the road. */
    static TrafficSimulation begin(SumoSimulator simulator, SimulationSetup setup) {
        TrafficSimulation simulation = simulator.start(setup);
        simulation.advance(Commands.NONE, STEP);
        simulation.subscribe(SubscriptionSpec.ofVehicles(VEHICLES));
        return simulation;
    }
}

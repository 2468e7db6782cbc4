package io.clearway.scenario.flow;

import io.clearway.scenario.ScenarioIdentity;
import io.clearway.scenario.flow.FlowDefinition.Goal;
import io.clearway.scenario.flow.FlowDefinition.Length;
import io.clearway.scenario.flow.FlowDefinition.Rules;
import io.clearway.scenario.flow.FlowDefinition.Score;
import io.clearway.scenario.flow.FlowDefinition.Traffic;
import io.clearway.simulation.Commands;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.DriverChecks;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.NetworkSource;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.Road;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficCounts;
import io.clearway.simulation.TrafficDemand.CarFollowing;
import io.clearway.simulation.TrafficDemand.VehicleType;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import io.clearway.simulation.TripStatistics;
import io.clearway.simulation.VehicleState;
import io.clearway.simulation.trips.TravelRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A ring of two roads of 50 m with four vehicles that obey at once and do not move, whatever their speed. */
final class FakeRing implements TrafficSimulator, TrafficSimulation {
    final List<SimulationSetup> setups = new ArrayList<>();
    final List<Commands> orders = new ArrayList<>();
    final List<Double> times = new ArrayList<>();
    final List<DriverChecks> checks = new ArrayList<>();
    final double[] speeds = new double[4];
    int missing;
    int collided;
    int closed;
    private double now;

    static FlowDefinition definition(Score score) {
        return new FlowDefinition(
                new ScenarioIdentity("fake-ring", "four vehicles", "a test"),
                new NetworkSource.Plain(Path.of("unused"), "unused"),
                List.of("a_0", ":x_0_0", "b_0"),
                Length.fixed(100),
                new Traffic(new VehicleType("car", 5, 2.6, 4.5), new CarFollowing(2.5, 1, 0.5, 30, 0.1), 4, 0),
                new Goal(10, 3, 5, 2, 0.5, score),
                new Rules("idm", List.of(3.0), true));
    }

    @Override
    public String version() {
        return "Fake 1";
    }

    @Override
    public CompiledNetwork compile(NetworkSource source) {
        List<Road> roads = List.of(
                new Road("a", false, "x", "y", List.of(new Lane("a_0", "a", 0, 50, 30))),
                new Road(":x_0", true, "", "", List.of(new Lane(":x_0_0", ":x_0", 0, 4, 30))),
                new Road("b", false, "y", "x", List.of(new Lane("b_0", "b", 0, 50, 30))));
        return new CompiledNetwork(Path.of("fake.net.xml"), "hash", new RoadNetwork(roads, List.of(), List.of()));
    }

    @Override
    public TrafficSimulation start(SimulationSetup setup) {
        setups.add(setup);
        now = 0;
        return this;
    }

    @Override
    public TrafficSimulation attach(LiveAddress address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RoadNetwork.TrafficLight> lights() {
        return List.of();
    }

    @Override
    public Readings subscribe(SubscriptionSpec watch) {
        return readings();
    }

    @Override
    public void takeControl(List<String> vehicles, DriverChecks insisted) {
        checks.add(insisted);
    }

    @Override
    public Readings advance(Commands given, double untilSeconds) {
        orders.add(given);
        times.add(untilSeconds);
        now = untilSeconds;
        for (Map.Entry<String, Double> each : given.speeds().entrySet()) {
            speeds[Integer.parseInt(each.getKey().substring("vehicle-".length())) - 1] = each.getValue();
        }
        return readings();
    }

    private Readings readings() {
        // fronts at 0, 25, 54 and 79 m of a way of 104 m
        List<VehicleState> states = List.of(
                new VehicleState("a_0", 0, speeds[0]),
                new VehicleState("a_0", 25, speeds[1]),
                new VehicleState("b_0", 0, speeds[2]),
                new VehicleState("b_0", 25, speeds[3]));
        TrafficCounts counts = new TrafficCounts(0, 0, 0, collided, 4 - missing, missing);
        return new Readings(now, new int[2][0], new int[2][0], new double[0], List.of(), counts).withVehicles(states);
    }

    @Override
    public void resumeProgram(String light, String program) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TripStatistics finish() {
        return new TripStatistics(
                new TripStatistics.VehicleTotals(4, 0, 4, 0, 0, collided / 2), 0, 0, 0, TravelRecord.NONE);
    }

    @Override
    public void close() {
        closed++;
    }
}

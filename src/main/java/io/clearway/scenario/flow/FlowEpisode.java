package io.clearway.scenario.flow;

import io.clearway.metric.Metric;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.scenario.Episode;
import io.clearway.simulation.Commands;
import io.clearway.simulation.Readings;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Vehicles on a closed road, driven by agents or by the simulator's drivers. An agent keeps its vehicle throughout. The
 * process terminates with a crash.
 */
final class FlowEpisode implements Episode {
    private final FlowSettings settings;
    private final List<String> names;
    private final FlowView view;
    private final FlowMetrics metrics;
    private final TrafficSimulation simulation;
    private double[] speeds = {};

    FlowEpisode(FlowProblem problem, TrafficSimulator simulator, long seed) {
        FlowProblem.Start start = problem.start(simulator, seed);
        this.settings = problem.settings();
        this.names = problem.names();
        this.view = new FlowView(problem.definition(), settings, start.circuit());
        this.metrics = new FlowMetrics(problem.definition().goal(), settings);
        this.simulation = simulator.start(start.setup());
    }

    @Override
    public JointObservation begin() {
        // the step that puts the vehicles on the road
        int there = simulation.advance(Commands.NONE, secondsAfter(0)).counts().running();
        if (there < names.size()) {
            throw new SimulationException("only %d of %d vehicles fit on the road".formatted(there, names.size()));
        }
        Readings readings = simulation.subscribe(SubscriptionSpec.ofVehicles(names));
        simulation.takeControl(names, settings.driving().driverChecks());
        speeds = speeds(readings);
        return view.observe(readings);
    }

    /** The first step of the simulation only puts the vehicles on the road. */
    private static double secondsAfter(int decisions) {
        return (decisions + 1) * FlowDefinition.STEP_SECONDS;
    }

    @Override
    public Outcome step(JointAction action, int decision) {
        boolean byDrivers = settings.driving().byDrivers();
        double[] before = speeds;
        double[] commanded = bounded(action);
        Commands commands = byDrivers ? Commands.NONE : commands(before, commanded);
        Readings readings = simulation.advance(commands, secondsAfter(decision + 1));
        boolean crashed = readings.counts().collided() > 0;
        speeds = speeds(readings);
        JointReward reward = metrics.add(speeds, byDrivers ? accelerations(before, speeds) : commanded, crashed);
        return new Outcome(view.observe(readings), reward, crashed);
    }

    private double[] bounded(JointAction action) {
        double most = settings.task().acceleration();
        double[] accelerations = new double[names.size()];
        Arrays.setAll(accelerations, vehicle -> Math.max(-most, Math.min(most, action.value(vehicle))));
        return accelerations;
    }

    private Commands commands(double[] from, double[] accelerations) {
        Map<String, Double> speedCommands = new LinkedHashMap<>();
        for (int vehicle = 0; vehicle < from.length; vehicle++) {
            double next = from[vehicle] + accelerations[vehicle] * FlowDefinition.STEP_SECONDS;
            speedCommands.put(names.get(vehicle), Math.max(0, next));
        }
        return Commands.toVehicles(speedCommands);
    }

    private double[] speeds(Readings readings) {
        double[] now = new double[names.size()];
        Arrays.setAll(now, vehicle -> readings.vehicle(vehicle).speedMetersPerSecond());
        return now;
    }

    private static double[] accelerations(double[] before, double[] after) {
        double[] accelerations = new double[before.length];
        Arrays.setAll(accelerations, vehicle -> (after[vehicle] - before[vehicle]) / FlowDefinition.STEP_SECONDS);
        return accelerations;
    }

    @Override
    public Map<Metric, Double> measurements() {
        return metrics.soFar();
    }

    @Override
    public Map<Metric, Double> finish() {
        return metrics.complete(simulation.finish());
    }

    @Override
    public void close() {
        simulation.close();
    }
}

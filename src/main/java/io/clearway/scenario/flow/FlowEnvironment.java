package io.clearway.scenario.flow;

import io.clearway.metric.Metric;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Step;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.simulation.Commands;
import io.clearway.simulation.Readings;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Vehicles on a closed road, driven by agents or by the simulator's drivers. An agent keeps its vehicle from the start
 * to the end of an episode. The process ends with a crash; at the last decision it is cut off.
 */
final class FlowEnvironment implements MeasuredEnvironment {
    private final FlowProblem problem;
    private final TrafficSimulator simulator;
    private final FlowSettings settings;
    private final List<String> names;
    private @Nullable TrafficSimulation simulation;
    private @Nullable Drive drive;
    private FlowMetrics measures;

    FlowEnvironment(FlowProblem problem, TrafficSimulator simulator) {
        this.problem = problem;
        this.simulator = simulator;
        this.settings = problem.settings();
        this.names = problem.names();
        this.measures = new FlowMetrics(problem.definition().goal(), settings);
    }

    @Override
    public AgentGraph graph() {
        return problem.graph();
    }

    @Override
    public List<AgentSpec> agents() {
        return problem.agents();
    }

    @Override
    public int horizon() {
        return settings.task().decisions();
    }

    @Override
    public JointObservation reset(long seed) {
        close();
        FlowProblem.Episode episode = problem.episode(simulator, seed);
        TrafficSimulation started = simulator.start(episode.setup());
        simulation = started;
        measures = new FlowMetrics(problem.definition().goal(), settings);
        // the step that puts the vehicles on the road
        int there = started.advance(Commands.NONE, secondsAfter(0)).counts().running();
        if (there < names.size()) {
            throw new SimulationException("%d of %d vehicles found room on the road".formatted(there, names.size()));
        }
        Readings readings = started.subscribe(SubscriptionSpec.ofVehicles(names));
        started.takeControl(names, settings.driving().driverChecks());
        FlowView view = new FlowView(problem.definition(), settings, episode.circuit());
        drive = new Drive(started, view, readings);
        return view.observe(readings);
    }

    /** The first step of the simulation only puts the vehicles on the road. */
    private static double secondsAfter(int decisions) {
        return (decisions + 1) * FlowDefinition.STEP_SECONDS;
    }

    @Override
    public Step step(JointAction action) {
        Drive driving = driving();
        if (driving.over) {
            throw new IllegalStateException(
                    "The episode is over after %d decisions; reset the environment first".formatted(driving.decisions));
        }
        double[] before = speeds(driving.readings);
        double[] commanded = bounded(action);
        Commands orders = settings.driving().byDrivers() ? Commands.NONE : orders(before, commanded);
        driving.decisions++;
        driving.readings = driving.simulation.advance(orders, secondsAfter(driving.decisions));
        boolean crashed = driving.readings.counts().collided() > 0;
        double[] after = speeds(driving.readings);
        JointReward reward =
                measures.add(after, settings.driving().byDrivers() ? gained(before, after) : commanded, crashed);
        boolean last = driving.decisions == settings.task().decisions();
        driving.over = crashed || last;
        return new Step(driving.view.observe(driving.readings), reward, crashed, last && !crashed);
    }

    private double[] bounded(JointAction action) {
        if (action.agents() != names.size()) {
            throw new IllegalArgumentException(
                    "%d vehicles need as many accelerations, not %d".formatted(names.size(), action.agents()));
        }
        double[] accelerations = new double[names.size()];
        for (int vehicle = 0; vehicle < accelerations.length; vehicle++) {
            double wanted = action.value(vehicle);
            if (!Double.isFinite(wanted)) {
                throw new IllegalArgumentException(
                        "Vehicle %s cannot accelerate by %s m/s²".formatted(names.get(vehicle), wanted));
            }
            accelerations[vehicle] = Math.max(
                    -settings.task().acceleration(), Math.min(settings.task().acceleration(), wanted));
        }
        return accelerations;
    }

    private Commands orders(double[] speeds, double[] accelerations) {
        Map<String, Double> commands = new LinkedHashMap<>();
        for (int vehicle = 0; vehicle < speeds.length; vehicle++) {
            double next = speeds[vehicle] + accelerations[vehicle] * FlowDefinition.STEP_SECONDS;
            commands.put(names.get(vehicle), Math.max(0, next));
        }
        return Commands.toVehicles(commands);
    }

    private double[] speeds(Readings readings) {
        double[] speeds = new double[names.size()];
        for (int vehicle = 0; vehicle < speeds.length; vehicle++) {
            speeds[vehicle] = readings.vehicle(vehicle).speedMetersPerSecond();
        }
        return speeds;
    }

    private static double[] gained(double[] before, double[] after) {
        double[] accelerations = new double[before.length];
        for (int vehicle = 0; vehicle < before.length; vehicle++) {
            accelerations[vehicle] = (after[vehicle] - before[vehicle]) / FlowDefinition.STEP_SECONDS;
        }
        return accelerations;
    }

    @Override
    public Map<Metric, Double> measurements() {
        return measures.soFar();
    }

    @Override
    public Map<Metric, Double> finish() {
        try {
            return measures.complete(driving().simulation.finish());
        } finally {
            close();
        }
    }

    @Override
    public String simulator() {
        return simulator.version();
    }

    @Override
    public void close() {
        TrafficSimulation open = simulation;
        simulation = null;
        drive = null;
        if (open != null) {
            open.close();
        }
    }

    private Drive driving() {
        if (drive == null) {
            throw new IllegalStateException("No episode is running; reset the environment first");
        }
        return drive;
    }

    /** A running episode. */
    private static final class Drive {
        final TrafficSimulation simulation;
        final FlowView view;
        Readings readings;
        int decisions;
        boolean over;

        Drive(TrafficSimulation simulation, FlowView view, Readings readings) {
            this.simulation = simulation;
            this.view = view;
            this.readings = readings;
        }
    }
}

package io.clearway.scenario.atsc;

import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveSignal;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.AtscSettings;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.sensing.CurrentPhases;
import io.clearway.scenario.atsc.sensing.LaneSensors;
import io.clearway.scenario.atsc.sensing.SignalSensors;
import io.clearway.signal.SafetyLimits;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.simulation.SubscriptionSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The signals of a problem, seen and run as under these settings, in a simulation that somebody else runs. */
final class LiveSignals implements LiveInterface {
    private final SignalProblem problem;
    private final AtscSettings settings;
    private final SignalSensors sensors;

    LiveSignals(SignalProblem problem, AtscSettings settings) {
        this.problem = problem;
        this.settings = settings;
        this.sensors = problem.sensors(settings);
    }

    @Override
    public List<LiveSignal> signals() {
        return sensors.signals().stream().map(this::live).toList();
    }

    @Override
    public List<TrafficLight> lights() {
        Map<String, TrafficLight> lights = problem.network().compiled().roads().lights().stream()
                .collect(Collectors.toMap(TrafficLight::id, light -> light));
        return sensors.signals().stream().map(signal -> lights.get(signal.id())).toList();
    }

    @Override
    public SubscriptionSpec subscriptions() {
        return sensors.subscriptions();
    }

    @Override
    public double decisionSeconds() {
        return problem.definition().timing().decisionSeconds();
    }

    @Override
    public int[][] laneOfLink() {
        List<String> lanes = sensors.subscriptions().lanes();
        return sensors.signals().stream()
                .map(signal -> signal.links().stream()
                        .mapToInt(link ->
                                lanes.indexOf(signal.incoming().get(link.from()).id()))
                        .toArray())
                .toArray(int[][]::new);
    }

    @Override
    public Observer observer() {
        PhaseMask mask = new PhaseMask(sensors.signals(), settings.limits(timing()));
        int[] lastPhases = new int[sensors.signals().size()];
        LaneSensors field = sensors.sound();
        return (readings, shown) -> {
            double[] held = new double[lastPhases.length];
            for (int agent = 0; agent < held.length; agent++) {
                Shown own = shown.get(agent);
                // a learner knows no signal without a phase: in between it sees the one before
                lastPhases[agent] = own.phase() < 0 ? lastPhases[agent] : own.phase();
                held[agent] = own.seconds();
            }
            return sensors.observe(
                    field,
                    readings,
                    CurrentPhases.of(lastPhases, held),
                    (agent, own) -> mask.legal(agent, lastPhases[agent], held[agent], own));
        };
    }

    /**
     * Minimum green counts from the end of the transition there, from the decision in the settings; maximum red is in
     * the mask of what may be chosen, where it is known who waits.
     */
    private LiveSignal live(ControlledSignal signal) {
        SafetyLimits limits = timing().limits(
                        Math.max(0, settings.minimumGreenSeconds() - timing().transitionSeconds()),
                        Double.POSITIVE_INFINITY);
        return new LiveSignal(signal.id(), signal.phases(), signal.program(), signal.conflicts(), limits);
    }

    private AtscDefinition.Timing timing() {
        return problem.definition().timing();
    }
}

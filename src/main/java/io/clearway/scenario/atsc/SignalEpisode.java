package io.clearway.scenario.atsc;

import io.clearway.metric.CorridorMeasures;
import io.clearway.metric.Metric;
import io.clearway.metric.TravelReport;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.scenario.Episode;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.reward.SignalTraffic;
import io.clearway.scenario.atsc.sensing.CurrentPhases;
import io.clearway.scenario.atsc.sensing.LaneSensors;
import io.clearway.scenario.atsc.sensing.SignalReadings;
import io.clearway.scenario.atsc.sensing.SignalSensors;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import io.clearway.simulation.TripStatistics;
import io.clearway.simulation.trips.TravelRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * An episode of signals in a simulated network, run by agents or by programs of the simulator. A decision of the
 * agents: a transition where a movement loses its green, then the new phase until the next decision. It never
 * terminates.
 */
final class SignalEpisode implements Episode {
    private final SignalTask task;
    private final AtscDefinition.Timing timing;
    private final SignalSensors sensors;
    private final EpisodeMetrics metrics;
    private final LaneSensors field;
    private final CurrentPhases shown;
    private final SignalActuator actuator;
    private final Readings start;
    private final TrafficSimulation simulation;
    private final EpisodeObserver observer;
    private final SampledSimulation sampled;
    private TravelReport travel = TravelReport.NONE;

    SignalEpisode(SignalTask task, TrafficSimulator simulator, EpisodeObserver.Source observers, long seed) {
        this.task = task;
        this.timing = task.timing();
        this.sensors = task.sensors();
        this.metrics = new EpisodeMetrics(sensors, task.subscriptions(), timing.beginSeconds());
        this.field = sensors.fresh(seed);
        // at the start every phase may be chosen, as in the paper
        this.shown = new CurrentPhases(
                sensors.signals().size(), task.settings().timing().minimumGreenSeconds());
        SimulationSetup setup = task.setup(seed);
        this.observer = observers.of(setup, seed);
        try {
            this.simulation = simulator.start(observer.equip(setup));
        } catch (RuntimeException refused) {
            observer.close();
            throw refused;
        }
        this.sampled = new SampledSimulation(simulation, task.sampling(), timing.stepSeconds(), metrics, observer);
        try {
            this.start = simulation.subscribe(task.subscriptions());
            observer.begin(simulation);
            this.actuator = new SignalActuator(sensors, start, timing.decisionSeconds());
        } catch (RuntimeException refused) {
            close();
            throw refused;
        }
    }

    @Override
    public JointObservation begin() {
        return observe(start);
    }

    @Override
    public Outcome step(JointAction action, int decision) {
        double start = timing.beginSeconds() + decision * timing.decisionSeconds();
        Readings readings = usesActions() ? execute(action, start) : followProgram(start);
        SignalTraffic traffic = task.traffic(readings);
        JointReward local = task.reward().of(traffic);
        metrics.decide(task.paperReward().of(traffic).sum(), local.sum());
        if (task.sampling() == SamplingMode.DECISIONS) {
            metrics.sample(readings);
        }
        return new Outcome(observe(readings), local, false);
    }

    @Override
    public boolean usesActions() {
        return task.settings().agentsControl();
    }

    private Readings execute(JointAction action, double start) {
        NavigableMap<Integer, Map<String, String>> changes = actuator.plan(action, (int) timing.decisionSeconds());
        for (int agent = 0; agent < action.agents(); agent++) {
            shown.choose(agent, Math.max(0, actuator.phase(agent)));
        }
        shown.pass(timing.decisionSeconds());
        double now = start;
        Map<String, String> states = Map.of();
        for (Map.Entry<Integer, Map<String, String>> change : changes.entrySet()) {
            double next = start + change.getKey();
            if (next > now) {
                sampled.pass(states, now, next);
            }
            now = next;
            states = change.getValue();
        }
        return sampled.advance(states, now, start + timing.decisionSeconds());
    }

    private Readings followProgram(double start) {
        shown.pass(timing.decisionSeconds());
        Readings readings = sampled.advance(Map.of(), start, start + timing.decisionSeconds());
        for (int agent = 0; agent < sensors.signals().size(); agent++) {
            int signal = agent;
            sensors.signals()
                    .get(agent)
                    .find(readings.lightState(agent))
                    .ifPresent(phase -> shown.choose(signal, phase));
        }
        return readings;
    }

    private JointObservation observe(Readings readings) {
        return sensors.observe(field, readings, shown, this::legal);
    }

    private boolean[] legal(int agent, SignalReadings readings) {
        if (!usesActions()) {
            // under a program no choice changes anything
            boolean[] all = new boolean[sensors.signals().get(agent).phases().size()];
            Arrays.fill(all, true);
            return all;
        }
        actuator.observe(agent, readings);
        boolean hold = shown.heldSeconds(agent) < task.settings().timing().minimumGreenSeconds();
        return PhaseMask.of(actuator.legal(agent), shown.phase(agent), hold);
    }

    @Override
    public Map<Metric, Double> measurements() {
        return metrics.soFar();
    }

    @Override
    public List<Double> queueByMinute() {
        return metrics.queueByMinute();
    }

    @Override
    public Map<Metric, Double> finish() {
        TripStatistics trips = simulation.finish(observer.records());
        travel = travel(trips.travel(), observer.complete());
        return metrics.complete(trips);
    }

    private TravelReport travel(TravelRecord record, List<CorridorMeasures> corridors) {
        if (record.lanes().isEmpty()) {
            return new TravelReport(record.byMode(), List.of(), corridors);
        }
        RoadNetwork roads = task.problem().network().compiled().roads();
        List<String> signals =
                sensors.signals().stream().map(ControlledSignal::id).toList();
        return new TravelReport(record.byMode(), new SignalDelays(roads, record.lanes()).of(signals), corridors);
    }

    @Override
    public TravelReport travel() {
        return travel;
    }

    @Override
    public void close() {
        try (observer) {
            simulation.close();
        }
    }
}

package io.clearway.scenario.atsc;

import io.clearway.metric.Metric;
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
import io.clearway.scenario.atsc.sensing.SignalSensors;
import io.clearway.signal.PhaseTransition;
import io.clearway.simulation.Readings;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    private final PhaseMask mask;
    private final TrafficSimulation simulation;
    private final SampledSimulation sampled;

    SignalEpisode(SignalTask task, TrafficSimulator simulator, long seed) {
        this.task = task;
        this.timing = task.timing();
        this.sensors = task.sensors();
        this.metrics = new EpisodeMetrics(sensors, task.subscriptions(), timing.beginSeconds());
        this.field = sensors.fresh(seed);
        // at the start every phase may be chosen, as in the paper
        this.shown = new CurrentPhases(sensors.signals().size(), task.settings().minimumGreenSeconds());
        this.mask = new PhaseMask(sensors.signals(), task.settings().limits(timing));
        this.simulation = simulator.start(task.problem().setup(task.settings(), seed));
        this.sampled = new SampledSimulation(simulation, task.sampling(), timing.stepSeconds(), metrics);
    }

    @Override
    public JointObservation begin() {
        return observe(simulation.subscribe(task.subscriptions()));
    }

    @Override
    public Outcome step(JointAction action, int decision) {
        double start = timing.beginSeconds() + decision * timing.decisionSeconds();
        Readings readings = usesActions() ? execute(action, decision, start) : followProgram(start);
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

    private Readings execute(JointAction action, int decision, double start) {
        Map<String, String> first = new LinkedHashMap<>();
        Map<String, String> second = new LinkedHashMap<>();
        for (int agent = 0; agent < action.agents(); agent++) {
            // the first decision takes the signals away from the network's program
            if (decision == 0 || action.choice(agent) != shown.phase(agent)) {
                change(agent, action.choice(agent), first, second);
            }
        }
        shown.pass(timing.decisionSeconds());
        double end = start + timing.decisionSeconds();
        if (second.isEmpty()) {
            return sampled.advance(first, start, end);
        }
        double red = start + timing.yellowSeconds();
        double green = start + timing.transitionSeconds();
        sampled.pass(first, start, red);
        if (green > red) {
            Map<String, String> cleared = new LinkedHashMap<>(first);
            cleared.keySet().retainAll(second.keySet());
            cleared.replaceAll((signal, yellow) -> PhaseTransition.cleared(yellow));
            sampled.pass(cleared, red, green);
        }
        return sampled.advance(second, green, end);
    }

    /** States of a signal on its way to a phase: yellow first where a movement loses its green. */
    private void change(int agent, int next, Map<String, String> first, Map<String, String> second) {
        ControlledSignal signal = sensors.signals().get(agent);
        String green = signal.phases().get(next).state();
        PhaseTransition.between(
                        signal.phases().get(shown.phase(agent)), signal.phases().get(next))
                .ifPresentOrElse(
                        yellow -> {
                            first.put(signal.id(), yellow);
                            second.put(signal.id(), green);
                        },
                        () -> first.put(signal.id(), green));
        shown.choose(agent, next);
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
        return sensors.observe(field, readings, shown, (agent, own) -> {
            // under a program no choice changes anything
            double age = usesActions() ? shown.heldSeconds(agent) : 0;
            return mask.legal(agent, shown.phase(agent), age, own);
        });
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
        return metrics.complete(simulation.finish());
    }

    @Override
    public void close() {
        simulation.close();
    }
}

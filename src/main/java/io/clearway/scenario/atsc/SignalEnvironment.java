package io.clearway.scenario.atsc;

import io.clearway.metric.Metric;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Step;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.AtscSettings;
import io.clearway.scenario.atsc.definition.ControlKind;
import io.clearway.scenario.atsc.definition.DetectorSpec;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.reward.RewardKind;
import io.clearway.scenario.atsc.reward.RewardTask;
import io.clearway.scenario.atsc.reward.SignalReward;
import io.clearway.scenario.atsc.reward.SignalTraffic;
import io.clearway.scenario.atsc.sensing.LaneSensors;
import io.clearway.scenario.atsc.sensing.ShownPhases;
import io.clearway.scenario.atsc.sensing.SignalSensors;
import io.clearway.signal.PhaseTransition;
import io.clearway.simulation.Readings;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signals of a simulated network, run by agents or by programs of the simulator. A decision of the agents: a transition
 * where a movement loses its green, then the new phase until the next decision. The episode is cut off after its last
 * decision, it does not end.
 */
final class SignalEnvironment implements MeasuredEnvironment {
    private final SignalProblem problem;
    private final AtscSettings settings;
    private final SamplingMode recording;
    private final TrafficSimulator simulator;
    private final AtscDefinition.Timing timing;
    private final SignalSensors sensors;
    private final SubscriptionSpec watch;
    private final DetectorSpec.Reward paper;
    private final SignalReward reward;
    private final SignalReward paperReward;
    private @Nullable TrafficSimulation simulation;
    private EpisodeMetrics measures;
    private LaneSensors field;
    private ShownPhases shown;
    private PhaseMask mask;
    private boolean[][] legal = {};
    private int decisions;

    SignalEnvironment(
            SignalProblem problem, AtscSettings settings, SamplingMode recording, TrafficSimulator simulator) {
        this.problem = problem;
        this.settings = settings;
        this.recording = recording;
        this.simulator = simulator;
        this.timing = problem.definition().timing();
        this.sensors = problem.sensors(settings);
        this.watch = recording == SamplingMode.EVERY_SECOND ? sensors.recordingWatch() : sensors.watch();
        this.paper = problem.definition().detectors().reward();
        AgentGraph graph = problem.network().graph();
        this.reward = settings.reward().of(new RewardTask(graph, paper.limit(), paper.divisor()));
        this.paperReward = RewardKind.PAPER.of(new RewardTask(graph, paper.limit(), 1));
        this.measures = new EpisodeMetrics(sensors, watch, timing.beginSeconds());
        this.field = sensors.sound();
        this.shown = new ShownPhases(sensors.signals().size(), settings.minimumGreenSeconds());
        this.mask = new PhaseMask(sensors.signals(), settings.limits(timing));
    }

    @Override
    public AgentGraph graph() {
        return problem.network().graph();
    }

    @Override
    public List<AgentSpec> agents() {
        return problem.agents(settings);
    }

    @Override
    public int horizon() {
        return timing.decisions();
    }

    @Override
    public JointObservation reset(long seed) {
        close();
        TrafficSimulation started = simulator.start(problem.setup(settings, seed));
        simulation = started;
        measures = new EpisodeMetrics(sensors, watch, timing.beginSeconds());
        field = sensors.fresh(seed);
        // at the start every phase may be chosen, as in the paper
        shown = new ShownPhases(sensors.signals().size(), settings.minimumGreenSeconds());
        mask = new PhaseMask(sensors.signals(), settings.limits(timing));
        decisions = 0;
        return observe(started.subscribe(watch));
    }

    @Override
    public Step step(JointAction action) {
        TrafficSimulation running = running();
        if (decisions >= horizon()) {
            throw new IllegalStateException("The episode is over after %d decisions; reset it".formatted(horizon()));
        }
        double start = timing.beginSeconds() + decisions * timing.decisionSeconds();
        Readings readings = settings.control() == ControlKind.AGENTS
                ? carryOut(action, running, start)
                : followProgram(running, start);
        decisions++;
        SignalTraffic traffic = new ObservedTraffic(sensors, paper.stretch(), readings);
        JointReward local = reward.of(traffic);
        measures.decide(paperReward.of(traffic).sum(), local.sum());
        if (recording == SamplingMode.DECISIONS) {
            measures.sample(readings);
        }
        return new Step(observe(readings), local, false, decisions == horizon());
    }

    @Override
    public Map<Metric, Double> measurements() {
        return measures.soFar();
    }

    @Override
    public List<Double> queueByMinute() {
        return measures.queueByMinute();
    }

    @Override
    public Map<Metric, Double> finish() {
        try {
            return measures.complete(running().finish());
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
        if (open != null) {
            open.close();
        }
    }

    /** Seed for the simulator: the episode's own where it fits, else folded into 31 bits. */
    static int simulatorSeed(long seed) {
        return seed >= 0 && seed <= Integer.MAX_VALUE ? (int) seed : Long.hashCode(seed) & Integer.MAX_VALUE;
    }

    private Readings carryOut(JointAction action, TrafficSimulation running, double start) {
        requireLegal(action);
        Map<String, String> first = new LinkedHashMap<>();
        Map<String, String> second = new LinkedHashMap<>();
        for (int agent = 0; agent < action.agents(); agent++) {
            plan(agent, action.choice(agent), first, second);
        }
        shown.pass(timing.decisionSeconds());
        double end = start + timing.decisionSeconds();
        if (second.isEmpty()) {
            return advance(running, first, start, end);
        }
        double red = start + timing.yellowSeconds();
        double green = start + timing.transitionSeconds();
        pass(running, first, start, red);
        if (green > red) {
            Map<String, String> cleared = new LinkedHashMap<>(first);
            cleared.keySet().retainAll(second.keySet());
            cleared.replaceAll((signal, yellow) -> PhaseTransition.cleared(yellow));
            pass(running, cleared, red, green);
        }
        return advance(running, second, green, end);
    }

    private void pass(TrafficSimulation running, Map<String, String> states, double from, double until) {
        if (recording == SamplingMode.DECISIONS) {
            measures.count(running.advanceCounting(states, until));
        } else {
            advance(running, states, from, until);
        }
    }

    private void plan(int agent, int next, Map<String, String> first, Map<String, String> second) {
        ControlledSignal signal = sensors.signals().get(agent);
        // the first decision takes the signals away from the network's program
        if (next == shown.phase(agent) && decisions > 0) {
            return;
        }
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

    private Readings followProgram(TrafficSimulation running, double start) {
        shown.pass(timing.decisionSeconds());
        Readings readings = advance(running, Map.of(), start, start + timing.decisionSeconds());
        for (int agent = 0; agent < sensors.signals().size(); agent++) {
            int signal = agent;
            sensors.signals()
                    .get(agent)
                    .find(readings.lightState(agent))
                    .ifPresent(phase -> shown.choose(signal, phase));
        }
        return readings;
    }

    private Readings advance(TrafficSimulation running, Map<String, String> states, double from, double until) {
        if (recording == SamplingMode.DECISIONS) {
            return counted(running.advance(states, until));
        }
        Readings readings = sampled(running.advance(states, from + timing.stepSeconds()));
        long steps = Math.round((until - from) / timing.stepSeconds());
        for (int step = 2; step <= steps; step++) {
            readings = sampled(running.advance(Map.of(), from + step * timing.stepSeconds()));
        }
        return readings;
    }

    private Readings counted(Readings readings) {
        measures.count(readings.counts());
        return readings;
    }

    private Readings sampled(Readings readings) {
        measures.sample(readings);
        return counted(readings);
    }

    private JointObservation observe(Readings readings) {
        boolean program = settings.control() != ControlKind.AGENTS;
        legal = new boolean[sensors.signals().size()][];
        return sensors.observe(field, readings, shown, (agent, own) -> {
            // under a program no choice changes anything
            double age = program ? 0 : shown.heldSeconds(agent);
            legal[agent] = mask.legal(agent, shown.phase(agent), age, own);
            return legal[agent];
        });
    }

    private void requireLegal(JointAction action) {
        if (action.agents() != legal.length) {
            throw new IllegalArgumentException(
                    "%d agents need as many choices, not %d".formatted(legal.length, action.agents()));
        }
        for (int agent = 0; agent < legal.length; agent++) {
            int choice = action.choice(agent);
            if (choice < 0 || choice >= legal[agent].length || !legal[agent][choice]) {
                throw new IllegalArgumentException(
                        "Signal %s may not choose phase %d now; keep to the mask of legal actions"
                                .formatted(sensors.signals().get(agent).id(), choice));
            }
        }
    }

    private TrafficSimulation running() {
        if (simulation == null) {
            throw new IllegalStateException("No episode is running; reset the environment first");
        }
        return simulation;
    }
}

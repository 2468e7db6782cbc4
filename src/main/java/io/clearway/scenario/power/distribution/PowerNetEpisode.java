package io.clearway.scenario.power.distribution;

import io.clearway.metric.Metric;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.scenario.Episode;
import io.clearway.scenario.SensedObservation;
import io.clearway.scenario.SeriesOverTime;
import io.clearway.scenario.power.VoltageBand;
import io.clearway.scenario.power.feeder.PowerFlow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Twelve hours of a distribution network: a decision every 3 minutes. */
final class PowerNetEpisode implements Episode {
    static final int HORIZON = 240;
    private static final double REACTIVE_WEIGHT = 0.1;

    /** What a grid without a solution scores, once; as in MAPDN, whatever learners are given. */
    private static final double FAILURE_SCORE = -200;

    private final PowerNet net;
    private final PowerNetSettings settings;
    private final AgentLayout layout;
    private final ZoneObservation observation;
    private final Profiles profiles;
    private final PowerFlow flow;
    private final PowerNetMetrics metrics = new PowerNetMetrics();
    private final GridSeries series = new GridSeries();
    private final double largestActive;
    private final double[] reactive;
    private GridInputs inputs;

    PowerNetEpisode(PowerNet net, PowerNetSettings settings, AgentLayout layout, long seed) {
        this.net = net;
        this.settings = settings;
        this.layout = layout;
        this.largestActive = net.largestActive(settings.day().sunScale());
        this.observation = new ZoneObservation(net, layout, largestActive);
        this.profiles = new Profiles(
                net.feeder().loads().size(), net.inverters(), settings.day().noise(), seed);
        this.flow = new PowerFlow(net.feeder());
        this.reactive = new double[net.inverters()];
        this.inputs = row();
    }

    private GridInputs row() {
        return new GridInputs(net, profiles.loads(), profiles.sun(), largestActive);
    }

    @Override
    public JointObservation begin() {
        flow.solve(inputs.active(), inputs.reactive(reactive));
        series.add(flow);
        return observe();
    }

    @Override
    public Outcome step(JointAction action, int decision) {
        double[] shares = layout.shares(action);
        for (int inverter = 0; inverter < reactive.length; inverter++) {
            reactive[inverter] = shares[inverter] * PowerNet.room(inputs.sun(inverter), largestActive);
        }
        if (!flow.solve(inputs.active(), inputs.reactive(reactive))) {
            JointReward lost = shared(settings.goal().failureReward());
            metrics.fail(net.feeder().buses(), new PowerNetMetrics.Rewards(FAILURE_SCORE, lost.sum()));
            return new Outcome(observe(), lost, true);
        }
        series.add(flow);
        double[] voltages = flow.magnitudes();
        double used = Arrays.stream(reactive).map(Math::abs).average().orElse(0);
        double barrier = settings.goal().barrier().mean(voltages);
        double paper = -barrier - REACTIVE_WEIGHT * used;
        JointReward reward = shared(learned(voltages, barrier, used));
        metrics.add(voltages, used, flow.losses(), new PowerNetMetrics.Rewards(paper, reward.sum()));
        profiles.advance();
        inputs = row();
        return new Outcome(observe(), reward, false);
    }

    private double learned(double[] voltages, double barrier, double used) {
        if (settings.goal().reward() == PowerNetSettings.Reward.PAPER) {
            return -barrier - settings.goal().reactiveWeight() * used;
        }
        return Arrays.stream(voltages).allMatch(VoltageBand.FIVE_PERCENT::holds) ? 1 : 0;
    }

    private JointReward shared(double reward) {
        double[] rewards = new double[layout.agents().size()];
        Arrays.fill(rewards, reward);
        return JointReward.of(rewards);
    }

    private JointObservation observe() {
        List<ZoneReadings> readings = new ArrayList<>();
        for (AgentLayout.Agent agent : layout.agents()) {
            readings.add(
                    new ZoneReadings(agent.inverters().stream().map(this::state).toList(), inputs));
        }
        return new SensedObservation(observation.of(inputs, reactive, flow), readings);
    }

    private InverterState state(int inverter) {
        return new InverterState(
                inverter,
                flow.magnitude(net.sites().get(inverter)),
                PowerNet.room(inputs.sun(inverter), largestActive),
                settings.actionScale());
    }

    @Override
    public Map<Metric, Double> measurements() {
        return metrics.soFar();
    }

    @Override
    public Map<Metric, Double> finish() {
        return metrics.complete(HORIZON);
    }

    @Override
    public List<SeriesOverTime> series() {
        return series.all();
    }
}

package io.clearway.scenario.cacc;

import io.clearway.metric.Metric;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Step;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.SensedObservation;
import io.clearway.scenario.cacc.Platoon.Gains;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A platoon in a maneuver: every vehicle chooses its gains ten times a second for a minute. */
final class PlatoonEnvironment implements MeasuredEnvironment {
    static final int HORIZON = 600;
    private static final int BLOCK = 60;
    private static final double REWARD_DIVISOR = 100;
    private static final double LARGEST_REWARD = 5;
    private static final double CLOSE_METERS = 10;
    private static final double CLOSENESS_WEIGHT = 5;

    private final Maneuver maneuver;
    private final PlatoonSettings settings;
    private final Starts starts;
    private final AgentGraph graph;
    private final List<AgentSpec> agents;
    private PlatoonMetrics measures = new PlatoonMetrics();
    private @Nullable Platoon platoon;
    private double start;
    private int time;
    private boolean over;

    PlatoonEnvironment(Maneuver maneuver, PlatoonSettings settings) {
        this.maneuver = maneuver;
        this.settings = settings;
        this.starts = Starts.of(settings, maneuver);
        this.graph = PlatoonScenario.path(settings.vehicles());
        this.agents = PlatoonScenario.agents(graph);
    }

    @Override
    public AgentGraph graph() {
        return graph;
    }

    @Override
    public List<AgentSpec> agents() {
        return agents;
    }

    @Override
    public int horizon() {
        return HORIZON;
    }

    @Override
    public JointObservation reset(long seed) {
        double wanted = starts.of(seed);
        start = settings.clipStartSpeed() ? Math.min(wanted, maneuver.fastest()) : wanted;
        Platoon fresh = maneuver.beginning().of(start, settings.vehicles());
        platoon = fresh;
        measures = new PlatoonMetrics();
        time = 0;
        over = false;
        return observe(fresh);
    }

    @Override
    public Step step(JointAction action) {
        Platoon driving = driving();
        boolean stood = driving.crashed();
        driving.advance(gains(action), ahead(time), ahead(time + 1));
        time++;
        double[] rewards = new double[driving.size()];
        double[] learned = new double[driving.size()];
        for (int vehicle = 0; vehicle < rewards.length; vehicle++) {
            rewards[vehicle] = driving.crashed() ? -settings.collisionPenalty() : driving.comfort(vehicle);
            learned[vehicle] = learned(rewards[vehicle] - closeness(driving, vehicle));
        }
        JointReward local = JointReward.of(learned);
        measures.add(driving, stood, JointReward.of(rewards).sum(), local.sum());
        boolean ended = settings.endsAfterCollision() && driving.crashed() && time % BLOCK == 0;
        over = ended || time == HORIZON;
        return new Step(observe(driving), local, ended, !ended && over);
    }

    private double learned(double reward) {
        return settings.clipped()
                ? Math.max(-LARGEST_REWARD, Math.min(LARGEST_REWARD, reward / REWARD_DIVISOR))
                : reward;
    }

    private double closeness(Platoon driving, int vehicle) {
        if (!settings.closenessPenalty() || driving.crashed()) {
            return 0;
        }
        double tooClose = Math.min(driving.headway(vehicle) - CLOSE_METERS, 0);
        return CLOSENESS_WEIGHT * tooClose * tooClose;
    }

    private Gains[] gains(JointAction action) {
        if (action.agents() != settings.vehicles()) {
            throw new IllegalArgumentException(
                    "%d vehicles need as many choices, not %d".formatted(settings.vehicles(), action.agents()));
        }
        Gains[] gains = new Gains[settings.vehicles()];
        for (int vehicle = 0; vehicle < gains.length; vehicle++) {
            int choice = action.choice(vehicle);
            if (choice < 0 || choice >= PlatoonRules.ACTIONS.size()) {
                throw new IllegalArgumentException("Vehicle %d may not choose %d; give 0 to %d"
                        .formatted(vehicle + 1, choice, PlatoonRules.ACTIONS.size() - 1));
            }
            gains[vehicle] = PlatoonRules.ACTIONS.get(choice);
        }
        return gains;
    }

    private double ahead(int step) {
        return maneuver.ahead().at(start, step);
    }

    private JointObservation observe(Platoon driving) {
        float[][] local = new float[driving.size()][];
        boolean[][] legal = new boolean[driving.size()][PlatoonRules.ACTIONS.size()];
        List<PlatoonReadings> readings = new ArrayList<>();
        for (int vehicle = 0; vehicle < local.length; vehicle++) {
            local[vehicle] = driving.observation(vehicle, ahead(time));
            Arrays.fill(legal[vehicle], true);
            readings.add(new PlatoonReadings(
                    driving.headway(vehicle), driving.speed(vehicle), driving.acceleration(vehicle)));
        }
        return new SensedObservation(JointObservation.of(local, legal), readings);
    }

    private Platoon driving() {
        if (platoon == null || over) {
            throw new IllegalStateException("No episode is running; reset the environment first");
        }
        return platoon;
    }

    @Override
    public Map<Metric, Double> measurements() {
        return measures.soFar();
    }

    @Override
    public Map<Metric, Double> finish() {
        over = true;
        return measures.complete(HORIZON);
    }

    @Override
    public String simulator() {
        return "none";
    }

    /** There is nothing to free. */
    @Override
    public void close() {
        over = true;
    }
}

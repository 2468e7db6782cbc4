package io.clearway.scenario.cacc;

import io.clearway.metric.Metric;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.scenario.Episode;
import io.clearway.scenario.SensedObservation;
import io.clearway.scenario.cacc.Platoon.Gains;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A platoon in a maneuver: every vehicle chooses its gains ten times a second for a minute. */
final class PlatoonEpisode implements Episode {
    static final int HORIZON = 600;
    private static final int BLOCK = 60;
    private static final double REWARD_DIVISOR = 100;
    private static final double LARGEST_REWARD = 5;
    private static final double CLOSE_METERS = 10;
    private static final double CLOSENESS_WEIGHT = 5;

    private final Maneuver maneuver;
    private final PlatoonSettings settings;
    private final double start;
    private final Platoon platoon;
    private final PlatoonMetrics metrics = new PlatoonMetrics();

    /** @param start in the maneuver's unit */
    PlatoonEpisode(Maneuver maneuver, PlatoonSettings settings, double start) {
        this.maneuver = maneuver;
        this.settings = settings;
        this.start = settings.clipStartSpeed() ? Math.min(start, maneuver.fastest()) : start;
        this.platoon = maneuver.beginning().of(this.start, settings.vehicles());
    }

    @Override
    public JointObservation begin() {
        return observe(0);
    }

    @Override
    public Outcome step(JointAction action, int decision) {
        boolean stood = platoon.crashed();
        platoon.advance(gains(action), ahead(decision), ahead(decision + 1));
        double[] rewards = new double[platoon.size()];
        double[] learned = new double[platoon.size()];
        for (int vehicle = 0; vehicle < rewards.length; vehicle++) {
            rewards[vehicle] = platoon.crashed() ? -settings.collisionPenalty() : platoon.comfort(vehicle);
            learned[vehicle] = learned(rewards[vehicle] - closeness(vehicle));
        }
        JointReward local = JointReward.of(learned);
        metrics.add(platoon, stood, JointReward.of(rewards).sum(), local.sum());
        boolean ended = settings.endsAfterCollision() && platoon.crashed() && (decision + 1) % BLOCK == 0;
        return new Outcome(observe(decision + 1), local, ended);
    }

    private double learned(double reward) {
        return settings.clipped()
                ? Math.max(-LARGEST_REWARD, Math.min(LARGEST_REWARD, reward / REWARD_DIVISOR))
                : reward;
    }

    private double closeness(int vehicle) {
        if (!settings.closenessPenalty() || platoon.crashed()) {
            return 0;
        }
        double tooClose = Math.min(platoon.headway(vehicle) - CLOSE_METERS, 0);
        return CLOSENESS_WEIGHT * tooClose * tooClose;
    }

    private static Gains[] gains(JointAction action) {
        Gains[] gains = new Gains[action.agents()];
        Arrays.setAll(gains, vehicle -> PlatoonRules.ACTIONS.get(action.choice(vehicle)));
        return gains;
    }

    private double ahead(int step) {
        return maneuver.ahead().at(start, step);
    }

    private JointObservation observe(int step) {
        float[][] local = new float[platoon.size()][];
        boolean[][] legal = new boolean[platoon.size()][PlatoonRules.ACTIONS.size()];
        List<PlatoonReadings> readings = new ArrayList<>();
        for (int vehicle = 0; vehicle < local.length; vehicle++) {
            local[vehicle] = platoon.observation(vehicle, ahead(step));
            Arrays.fill(legal[vehicle], true);
            readings.add(new PlatoonReadings(
                    platoon.headway(vehicle), platoon.speed(vehicle), platoon.acceleration(vehicle)));
        }
        return new SensedObservation(JointObservation.of(local, legal), readings);
    }

    @Override
    public Map<Metric, Double> measurements() {
        return metrics.soFar();
    }

    @Override
    public Map<Metric, Double> finish() {
        return metrics.complete(HORIZON);
    }
}

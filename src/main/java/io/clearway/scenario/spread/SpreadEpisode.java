package io.clearway.scenario.spread;

import io.clearway.metric.Metric;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.scenario.Episode;
import io.clearway.scenario.SensedObservation;
import io.clearway.scenario.SeriesOverTime;
import io.clearway.scenario.SeriesRecorder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An episode of simple spread. Everyone sees everything. */
final class SpreadEpisode implements Episode {
    /** Values for each agent in a local observation and in the global state. */
    static final int OBSERVED_PER_AGENT = 6;

    private static final double DECISION_SECONDS = 0.1;

    private final Particles particles;
    private final SeriesRecorder series;
    private double rewardSum;
    private double distanceSum;
    private int touching;
    private int decisions;

    SpreadEpisode(Particles particles, List<String> names) {
        this.particles = particles;
        this.series = new SeriesRecorder(
                "distance to the own target", "1", new SeriesOverTime.Clock("s", DECISION_SECONDS), names, List.of());
    }

    @Override
    public JointObservation begin() {
        series.add(distances());
        return observe();
    }

    @Override
    public Outcome step(JointAction action, int decision) {
        particles.advance(Forces.of(action));
        double[] distances = distances();
        series.add(distances);
        double[] rewards = new double[particles.agents()];
        for (int agent = 0; agent < rewards.length; agent++) {
            boolean touches = particles.touches(agent);
            rewards[agent] = -distances[agent] - (touches ? 1 : 0);
            touching += touches ? 1 : 0;
        }
        JointReward reward = JointReward.of(rewards);
        decisions++;
        rewardSum += reward.sum();
        distanceSum += Arrays.stream(distances).average().orElse(0);
        return new Outcome(observe(), reward, false);
    }

    private double[] distances() {
        double[] distances = new double[particles.agents()];
        Arrays.setAll(distances, particles::distance);
        return distances;
    }

    private JointObservation observe() {
        int agents = particles.agents();
        float[][] local = new float[agents][];
        List<SpreadReadings> readings = new ArrayList<>();
        for (int agent = 0; agent < agents; agent++) {
            local[agent] = seenBy(agent);
            readings.add(new SpreadReadings(
                    particles.target(agent, 0) - particles.position(agent, 0),
                    particles.target(agent, 1) - particles.position(agent, 1),
                    particles.velocity(agent, 0),
                    particles.velocity(agent, 1)));
        }
        return new SensedObservation(JointObservation.of(local, new boolean[agents][0], state()), readings);
    }

    /**
     * Of itself its position, velocity and way to its target; then of each other agent, in order from the next on,
     * where it is and how it moves as seen from here, and its way to its target.
     */
    private float[] seenBy(int agent) {
        int agents = particles.agents();
        float[] seen = new float[OBSERVED_PER_AGENT * agents];
        for (int k = 0; k < agents; k++) {
            int other = (agent + k) % agents;
            for (int axis = 0; axis < 2; axis++) {
                double position = particles.position(other, axis);
                double velocity = particles.velocity(other, axis);
                boolean self = k == 0;
                int at = OBSERVED_PER_AGENT * k + axis;
                seen[at] = (float) (self ? position : position - particles.position(agent, axis));
                seen[at + 2] = (float) (self ? velocity : velocity - particles.velocity(agent, axis));
                seen[at + 4] = (float) (particles.target(other, axis) - position);
            }
        }
        return seen;
    }

    /** The global state: positions, velocities and targets of all agents. */
    private float[] state() {
        int agents = particles.agents();
        float[] state = new float[OBSERVED_PER_AGENT * agents];
        for (int agent = 0; agent < agents; agent++) {
            for (int axis = 0; axis < 2; axis++) {
                int at = OBSERVED_PER_AGENT * agent + axis;
                state[at] = (float) particles.position(agent, axis);
                state[at + 2] = (float) particles.velocity(agent, axis);
                state[at + 4] = (float) particles.target(agent, axis);
            }
        }
        return state;
    }

    @Override
    public Map<Metric, Double> measurements() {
        int count = Math.max(1, decisions);
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.PAPER_REWARD, rewardSum / particles.agents());
        values.put(Metric.TARGET_DISTANCE, distanceSum / count);
        values.put(Metric.COLLISIONS, (double) touching);
        values.put(Metric.DECISIONS, (double) decisions);
        values.put(Metric.LEARNER_RETURN, rewardSum);
        return values;
    }

    @Override
    public Map<Metric, Double> finish() {
        return measurements();
    }

    @Override
    public List<SeriesOverTime> series() {
        return List.of(series.series());
    }
}

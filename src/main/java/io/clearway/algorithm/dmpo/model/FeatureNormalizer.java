package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.Floats;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.RunningScale;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Scales of states, their changes and rewards, over all real play so far: they normalize the model's inputs and targets
 * to unit deviation, and bound imagined states to the observed range. One feature is one value of one agent.
 */
public final class FeatureNormalizer {
    private final JointShape shape;
    private final RunningScale states;
    private final RunningScale changes;
    private final RunningScale rewards;
    private final float[] lowest;
    private final float[] highest;

    /** Scales that have seen nothing yet. */
    public FeatureNormalizer(JointShape shape) {
        int features = shape.agents() * shape.width();
        this.shape = shape;
        this.states = new RunningScale(features);
        this.changes = new RunningScale(features);
        this.rewards = new RunningScale(shape.agents());
        this.lowest = new float[features];
        this.highest = new float[features];
        Arrays.fill(lowest, Float.POSITIVE_INFINITY);
        Arrays.fill(highest, Float.NEGATIVE_INFINITY);
    }

    /** Adds an episode. */
    public void add(EpisodeBuffer episode) {
        float[] now = joint(episode, 0);
        widen(now);
        float[] reward = new float[shape.agents()];
        for (int time = 0; time < episode.length(); time++) {
            float[] next = joint(episode, time + 1);
            widen(next);
            states.add(now, 0);
            for (int i = 0; i < now.length; i++) {
                now[i] = next[i] - now[i];
            }
            changes.add(now, 0);
            for (int agent = 0; agent < reward.length; agent++) {
                reward[agent] = episode.reward(time, agent);
            }
            rewards.add(reward, 0);
            now = next;
        }
    }

    private float[] joint(EpisodeBuffer episode, int time) {
        AgentTensor joint = AgentTensor.zeros(shape.agents(), 1, shape.width());
        for (int agent = 0; agent < shape.agents(); agent++) {
            episode.copyState(time, agent, joint, 0);
        }
        return joint.values();
    }

    private void widen(float[] joint) {
        for (int i = 0; i < joint.length; i++) {
            lowest[i] = Math.min(lowest[i], joint[i]);
            highest[i] = Math.max(highest[i], joint[i]);
        }
    }

    /** The scales as they are now. */
    public Frozen frozen() {
        return new Frozen(
                row(shape.width(), states::mean),
                row(shape.width(), states::deviation),
                row(shape.width(), changes::deviation),
                row(shape.width(), feature -> lowest[feature]),
                row(shape.width(), feature -> highest[feature]),
                row(1, rewards::mean),
                row(1, rewards::deviation));
    }

    private AgentTensor row(int width, IntToDoubleFunction feature) {
        float[] values = new float[shape.agents() * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) feature.applyAsDouble(i);
        }
        return AgentTensor.of(shape.agents(), 1, width, values);
    }

    /** Scales at some time, one row for each agent. */
    public record Frozen(
            AgentTensor stateMean,
            AgentTensor stateDeviation,
            AgentTensor changeDeviation,
            AgentTensor lowest,
            AgentTensor highest,
            AgentTensor rewardMean,
            AgentTensor rewardDeviation) {

        /** States normalized to mean 0 and deviation 1. */
        public AgentTensor standardized(AgentTensor states) {
            AgentTensor scaled = states.zerosLike();
            float[] from = states.values();
            float[] to = scaled.values();
            float[] mean = stateMean.values();
            float[] deviation = stateDeviation.values();
            for (int agent = 0; agent < states.agents(); agent++) {
                int feature = stateMean.at(agent, 0);
                for (int row = 0; row < states.rows(); row++) {
                    int at = states.at(agent, row);
                    for (int i = 0; i < states.width(); i++) {
                        to[at + i] = (from[at + i] - mean[feature + i]) / deviation[feature + i];
                    }
                }
            }
            return scaled;
        }

        /** A reward of an agent, normalized to mean 0 and deviation 1. */
        double standardizedReward(int agent, float reward) {
            return (reward - rewardMean.get(agent, 0, 0)) / rewardDeviation.get(agent, 0, 0);
        }

        /** The inverse. */
        float reward(int agent, float standardized) {
            return rewardMean.get(agent, 0, 0) + rewardDeviation.get(agent, 0, 0) * standardized;
        }

        /** A value of an agent's state, cut to the range seen. */
        float withinRange(int agent, int value, float free) {
            return Math.max(lowest.get(agent, 0, value), Math.min(highest.get(agent, 0, value), free));
        }
    }

    public void writeTo(DataOutput out) throws IOException {
        states.writeTo(out);
        changes.writeTo(out);
        rewards.writeTo(out);
        Floats.write(out, lowest);
        Floats.write(out, highest);
    }

    public void readFrom(DataInput in) throws IOException {
        states.readFrom(in);
        changes.readFrom(in);
        rewards.readFrom(in);
        Floats.read(in, lowest);
        Floats.read(in, highest);
    }
}

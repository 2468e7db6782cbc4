package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.Floats;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.neural.RunningScale;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How large states, their changes and rewards are, over all real play so far: what brings the model's inputs and
 * targets to unit deviation, and the range that imagined states are kept in. One feature is one value of one agent.
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

    /** Takes in an episode. */
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
        float[] joint = new float[shape.agents() * shape.width()];
        for (int agent = 0; agent < shape.agents(); agent++) {
            episode.copyState(time, agent, joint, agent * shape.width());
        }
        return joint;
    }

    private void widen(float[] joint) {
        for (int i = 0; i < joint.length; i++) {
            lowest[i] = Math.min(lowest[i], joint[i]);
            highest[i] = Math.max(highest[i], joint[i]);
        }
    }

    /** The scales as they are now. */
    public Frozen frozen() {
        int features = lowest.length;
        Frozen frozen = new Frozen(
                new float[features],
                new float[features],
                new float[features],
                lowest.clone(),
                highest.clone(),
                new float[shape.agents()],
                new float[shape.agents()]);
        for (int i = 0; i < features; i++) {
            frozen.stateMean()[i] = (float) states.mean(i);
            frozen.stateDeviation()[i] = (float) states.deviation(i);
            frozen.changeDeviation()[i] = (float) changes.deviation(i);
        }
        for (int agent = 0; agent < shape.agents(); agent++) {
            frozen.rewardMean()[agent] = (float) rewards.mean(agent);
            frozen.rewardDeviation()[agent] = (float) rewards.deviation(agent);
        }
        return frozen;
    }

    /** Scales at some time; [agents · width] for states, [agents] for rewards. */
    @SuppressWarnings("ArrayRecordComponent") // plain numbers for inner loops, never compared
    public record Frozen(
            float[] stateMean,
            float[] stateDeviation,
            float[] changeDeviation,
            float[] lowest,
            float[] highest,
            float[] rewardMean,
            float[] rewardDeviation) {}

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

package io.clearway.algorithm.dmpo;

import io.clearway.algorithm.dmpo.model.JointModel;
import io.clearway.algorithm.dmpo.model.Prediction;
import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.algorithm.experience.Segment;
import io.clearway.algorithm.policygradient.DecentralizedPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Branched rollouts (Ma et al. 2024, Methods): from states of recent real play, T steps of the policies in the local
 * dynamics. A rollout ends early where the model predicts termination.
 */
final class BranchedRollout {
    private final JointShape shape;
    private final DecentralizedPolicy policy;
    private final JointModel model;
    private final int rollouts;
    private final int length;

    /** @param length T */
    BranchedRollout(JointShape shape, DecentralizedPolicy policy, JointModel model, int rollouts, int length) {
        this.shape = shape;
        this.policy = policy;
        this.model = model;
        this.rollouts = rollouts;
        this.length = length;
    }

    /**
     * Imagined play.
     *
     * @param experience a stretch per rollout
     * @param descriptions of the distributions that acted [agents][capacity][description]
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    record Imagined(RolloutBatch experience, float[] descriptions) {}

    /**
     * Lines 9–13 of Algorithm 2.
     *
     * @param recent real episodes to branch off from
     * @param rewardUnit imagined rewards are divided by it
     */
    Imagined branchOff(List<EpisodeBuffer> recent, double rewardUnit, RandomGenerator chance) {
        Frames frames = new Frames(shape, rollouts, length);
        // Line 10: sample s^t from D^E as an initial state.
        float[] states = new float[shape.agents() * rollouts * shape.width()];
        boolean[] legal = new boolean[shape.agents() * rollouts * shape.actions()];
        int[] times = new int[rollouts];
        for (int rollout = 0; rollout < rollouts; rollout++) {
            EpisodeBuffer episode = recent.get(chance.nextInt(recent.size()));
            int time = chance.nextInt(episode.length());
            times[rollout] = time;
            for (int agent = 0; agent < shape.agents(); agent++) {
                int row = agent * rollouts + rollout;
                episode.copyState(time, agent, states, row * shape.width());
                episode.copyLegal(time, agent, legal, row * shape.actions());
            }
        }
        // Line 11: simulate T steps by the policies π and the models p.
        for (int step = 0; step < length; step++) {
            float[] descriptions = policy.describe(states, rollouts, frames.all());
            float[] actions = shape.kind().draw(descriptions, legal, chance);
            var next = model.predict(states, legal, actions, rollouts, chance);
            // Line 12: store them in D^M.
            frames.keep(step, new Frames.Frame(states, legal, descriptions, actions), next, (float) (1 / rewardUnit));
            states = next.states();
            legal = next.legal();
        }
        return frames.imagined(times);
    }

    /** The buffer D^M of one imagination, rollout after rollout. */
    private static final class Frames {
        private final JointShape shape;
        private final int rollouts;
        private final int length;
        private final int[] lengths;
        private final boolean[] ended;
        private final RolloutBatch kept;
        private final float[] descriptions;

        @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
        private record Frame(float[] states, boolean[] legal, float[] descriptions, float[] actions) {}

        Frames(JointShape shape, int rollouts, int length) {
            int capacity = rollouts * length;
            List<Segment> places = new ArrayList<>();
            for (int rollout = 0; rollout < rollouts; rollout++) {
                places.add(new Segment(rollout * length, length, 0, false));
            }
            this.shape = shape;
            this.rollouts = rollouts;
            this.length = length;
            this.lengths = new int[rollouts];
            this.ended = new boolean[rollouts];
            this.kept = RolloutBatch.empty(shape, capacity, places);
            this.descriptions =
                    new float[shape.agents() * capacity * shape.kind().description()];
        }

        int[] all() {
            int[] all = new int[rollouts];
            Arrays.setAll(all, rollout -> rollout);
            return all;
        }

        void keep(int step, Frame frame, Prediction next, float rewardScale) {
            int width = shape.width();
            int actions = shape.actions();
            int description = shape.kind().description();
            for (int row = 0; row < frame.actions().length; row++) {
                int rollout = row % rollouts;
                if (!ended[rollout]) {
                    int to = row / rollouts * kept.capacity() + rollout * length + step;
                    System.arraycopy(frame.states(), row * width, kept.states(), to * width, width);
                    System.arraycopy(frame.legal(), row * actions, kept.legal(), to * actions, actions);
                    System.arraycopy(
                            frame.descriptions(), row * description, descriptions, to * description, description);
                    System.arraycopy(next.states(), row * width, kept.lastStates(), row * width, width);
                    kept.actions()[to] = frame.actions()[row];
                    kept.rewards()[to] = rewardScale * next.rewards()[row];
                }
            }
            for (int rollout = 0; rollout < rollouts; rollout++) {
                lengths[rollout] += ended[rollout] ? 0 : 1;
                ended[rollout] |= next.ends(rollout, shape.agents());
            }
        }

        Imagined imagined(int[] begins) {
            List<Segment> stretches = new ArrayList<>();
            for (int rollout = 0; rollout < rollouts; rollout++) {
                stretches.add(new Segment(rollout * length, lengths[rollout], begins[rollout], ended[rollout]));
            }
            return new Imagined(kept.with(stretches), descriptions);
        }
    }
}

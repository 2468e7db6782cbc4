package io.clearway.algorithm.dmpo;

import io.clearway.algorithm.dmpo.model.EndRule;
import io.clearway.algorithm.dmpo.model.JointModel;
import io.clearway.algorithm.dmpo.model.Prediction;
import io.clearway.algorithm.experience.ActionMasks;
import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.algorithm.experience.Segment;
import io.clearway.algorithm.policygradient.DecentralizedPolicy;
import io.clearway.neural.AgentTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Branched rollouts (Ma et al. 2024, Methods): from states of recent real play, T steps of the policies in the local
 * dynamics. A rollout ends early where the model predicts the end.
 */
final class BranchedRollout {
    private final JointShape shape;
    private final DecentralizedPolicy policy;
    private final JointModel model;
    private final Extent extent;

    BranchedRollout(JointShape shape, DecentralizedPolicy policy, JointModel model, Extent extent) {
        this.shape = shape;
        this.policy = policy;
        this.model = model;
        this.extent = extent;
    }

    /**
     * How much is imagined.
     *
     * @param rollouts of one imagination
     * @param length T, steps of a rollout that does not end before
     * @param endRule what ends one before
     */
    record Extent(int rollouts, int length, EndRule endRule) {}

    /**
     * Imagined play.
     *
     * @param rollouts a segment each
     * @param descriptions of the distributions that acted
     */
    record Imagined(RolloutBatch rollouts, AgentTensor descriptions) {}

    /**
     * Lines 9–13 of Algorithm 2.
     *
     * @param recent real episodes to branch off from
     * @param rewardUnit imagined rewards are divided by it
     */
    Imagined branchOff(List<EpisodeBuffer> recent, double rewardUnit, RandomGenerator chance) {
        int rollouts = extent.rollouts();
        Frames frames = new Frames(shape, extent);
        // Line 10: sample s^t from D^E as an initial state.
        AgentTensor states = AgentTensor.zeros(shape.agents(), rollouts, shape.width());
        ActionMasks legal = shape.masks(rollouts);
        int[] times = new int[rollouts];
        for (int rollout = 0; rollout < rollouts; rollout++) {
            EpisodeBuffer episode = recent.get(chance.nextInt(recent.size()));
            int time = chance.nextInt(episode.length());
            times[rollout] = time;
            for (int agent = 0; agent < shape.agents(); agent++) {
                episode.copyState(time, agent, states, rollout);
                episode.copyLegal(time, agent, legal, rollout);
            }
        }
        // Line 11: simulate T steps by the policies π and the models p.
        for (int step = 0; step < extent.length(); step++) {
            AgentTensor descriptions = policy.describe(states, frames.all());
            AgentTensor actions = shape.kind().draw(descriptions, legal, chance);
            var next = model.predict(states, legal, actions, chance);
            // Line 12: store them in D^M.
            frames.keep(step, new Frames.Frame(states, legal, descriptions, actions), next, (float) (1 / rewardUnit));
            states = next.states();
            legal = next.legal();
        }
        return frames.imagined(times);
    }

    /** The buffer D^M of one imagination, rollout after rollout. */
    private static final class Frames {
        private final int rollouts;
        private final int length;
        private final EndRule endRule;
        private final int[] lengths;
        private final boolean[] ended;
        private final RolloutBatch kept;
        private final AgentTensor descriptions;

        private record Frame(AgentTensor states, ActionMasks legal, AgentTensor descriptions, AgentTensor actions) {}

        Frames(JointShape shape, Extent extent) {
            this.rollouts = extent.rollouts();
            this.length = extent.length();
            this.endRule = extent.endRule();
            int capacity = rollouts * length;
            List<Segment> places = new ArrayList<>();
            for (int rollout = 0; rollout < rollouts; rollout++) {
                places.add(new Segment(rollout * length, length, 0, false));
            }
            this.lengths = new int[rollouts];
            this.ended = new boolean[rollouts];
            this.kept = RolloutBatch.empty(shape, capacity, places);
            this.descriptions =
                    AgentTensor.zeros(shape.agents(), capacity, shape.kind().description());
        }

        int[] all() {
            int[] all = new int[rollouts];
            Arrays.setAll(all, rollout -> rollout);
            return all;
        }

        void keep(int step, Frame frame, Prediction next, float rewardScale) {
            for (int rollout = 0; rollout < rollouts; rollout++) {
                if (!ended[rollout]) {
                    boolean ends = endRule.ends(next, rollout);
                    int sample = rollout * length + step;
                    for (int agent = 0; agent < descriptions.agents(); agent++) {
                        keep(agent, rollout, sample, frame);
                        next.states()
                                .copyRow(
                                        agent,
                                        rollout,
                                        kept.lastStates(),
                                        kept.lastStates().at(agent, rollout));
                        float reward = (ends ? next.end().rewards() : next.rewards()).get(agent, rollout, 0);
                        kept.rewards().set(agent, sample, 0, rewardScale * reward);
                        float staying = next.end().staying().get(agent, rollout, 0);
                        kept.staying().set(agent, rollout, 0, rewardScale * staying);
                    }
                    lengths[rollout]++;
                    ended[rollout] = ends;
                }
            }
        }

        private void keep(int agent, int rollout, int sample, Frame frame) {
            frame.states().copyRow(agent, rollout, kept.states(), kept.states().at(agent, sample));
            frame.legal().copyRow(agent, rollout, kept.legal(), sample);
            frame.descriptions().copyRow(agent, rollout, descriptions, descriptions.at(agent, sample));
            frame.actions()
                    .copyRow(agent, rollout, kept.actions(), kept.actions().at(agent, sample));
        }

        Imagined imagined(int[] begins) {
            List<Segment> segments = new ArrayList<>();
            for (int rollout = 0; rollout < rollouts; rollout++) {
                segments.add(new Segment(rollout * length, lengths[rollout], begins[rollout], ended[rollout]));
            }
            return new Imagined(kept.with(segments), descriptions);
        }
    }
}

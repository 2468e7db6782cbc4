package io.clearway.algorithm.experience;

import io.clearway.neural.AgentTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Joint play to learn from, real or imagined. A row is a sample; only those of a segment count. Its creator fills it
 * once.
 *
 * @param shape sizes of what it holds
 * @param segments which samples follow each other
 * @param states s_i
 * @param ends what follows the last step of each segment
 * @param legal legal actions
 * @param actions a_i, as the {@link ActionKind} keeps them
 * @param rewards r_i, in the unit that values are learned in
 */
public record RolloutBatch(
        JointShape shape,
        List<Segment> segments,
        AgentTensor states,
        Ends ends,
        ActionMasks legal,
        AgentTensor actions,
        AgentTensor rewards) {

    /**
     * What follows the last step of each segment, a row per segment.
     *
     * @param states s_i then
     * @param staying r_i at every step from then on where a segment {@linkplain Segment#terminated ended}, in the unit
     *     that values are learned in
     */
    public record Ends(AgentTensor states, AgentTensor staying) {}

    /** A batch with space for some samples, to be filled. */
    public static RolloutBatch empty(JointShape shape, int capacity, List<Segment> segments) {
        int agents = shape.agents();
        return new RolloutBatch(
                shape,
                List.copyOf(segments),
                AgentTensor.zeros(agents, capacity, shape.width()),
                new Ends(
                        AgentTensor.zeros(agents, segments.size(), shape.width()),
                        AgentTensor.zeros(agents, segments.size(), 1)),
                shape.masks(capacity),
                shape.actionValues(capacity),
                AgentTensor.zeros(agents, capacity, 1));
    }

    /** s_i after the last step of each segment, a row per segment. */
    public AgentTensor lastStates() {
        return ends.states();
    }

    /** r_i at every step after the end of each segment that ended. */
    public AgentTensor staying() {
        return ends.staying();
    }

    /** Samples that have a place. */
    public int capacity() {
        return states.rows();
    }

    /**
     * Real episodes.
     *
     * @param rewardUnit rewards are divided by it
     */
    public static RolloutBatch of(List<EpisodeBuffer> episodes, JointShape shape, double rewardUnit) {
        List<Segment> segments = new ArrayList<>();
        int capacity = 0;
        for (EpisodeBuffer episode : episodes) {
            segments.add(new Segment(capacity, episode.length(), 0, episode.terminated()));
            capacity += episode.length();
        }
        RolloutBatch rollouts = empty(shape, capacity, segments);
        for (int k = 0; k < episodes.size(); k++) {
            for (int agent = 0; agent < shape.agents(); agent++) {
                rollouts.fill(k, agent, episodes.get(k), (float) (1 / rewardUnit));
            }
        }
        return rollouts;
    }

    private void fill(int number, int agent, EpisodeBuffer episode, float rewardScale) {
        Segment segment = segments.get(number);
        for (int time = 0; time < segment.length(); time++) {
            int sample = segment.first() + time;
            episode.copyState(time, agent, states, sample);
            episode.copyLegal(time, agent, legal, sample);
            episode.copyAction(time, agent, actions, sample);
            rewards.set(agent, sample, 0, rewardScale * episode.reward(time, agent));
        }
        episode.copyState(segment.length(), agent, ends.states(), number);
        ends.staying().set(agent, number, 0, rewardScale * episode.staying(agent));
    }

    /** The same with as many other segments. */
    public RolloutBatch with(List<Segment> others) {
        return new RolloutBatch(shape, others, states, ends, legal, actions, rewards);
    }

    /** Places of all samples that count, ascending. */
    public int[] samples() {
        return segments.stream()
                .flatMapToInt(segment -> IntStream.range(segment.first(), segment.first() + segment.length()))
                .toArray();
    }

    /** How old the episode is at each sample that counts, in decisions. */
    public int[] times() {
        int[] times = new int[capacity()];
        for (Segment segment : segments) {
            for (int step = 0; step < segment.length(); step++) {
                times[segment.first() + step] = segment.begins() + step;
            }
        }
        return times;
    }

    /** The same after the last step of each segment. */
    public int[] lastTimes() {
        return segments.stream()
                .mapToInt(segment -> segment.begins() + segment.length())
                .toArray();
    }

    /** Rows of all last states. */
    public int[] lastSamples() {
        return IntStream.range(0, segments.size()).toArray();
    }
}

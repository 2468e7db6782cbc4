package io.clearway.algorithm.experience;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Joint play to learn from, real or imagined, in arrays that batched networks read: agent after agent, sample after
 * sample. Arrays are shared, not copied: whoever makes it fills them once.
 *
 * @param shape sizes of the arrays
 * @param capacity samples that have a place; only those of a stretch count
 * @param stretches which samples follow each other
 * @param states s_i [agents][capacity][width]
 * @param lastStates s_i after the last step of each stretch [agents][stretches][width]
 * @param legal legal actions [agents][capacity][actions]
 * @param actions a_i [agents][capacity], as the {@link ActionKind} keeps them
 * @param rewards r_i [agents][capacity], in the unit that values are learned in
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of flat arrays, never compared
public record RolloutBatch(
        JointShape shape,
        int capacity,
        List<Segment> stretches,
        float[] states,
        float[] lastStates,
        boolean[] legal,
        float[] actions,
        float[] rewards) {

    /** Experience of these sizes, to be filled. */
    public static RolloutBatch empty(JointShape shape, int capacity, List<Segment> stretches) {
        int agents = shape.agents();
        return new RolloutBatch(
                shape,
                capacity,
                List.copyOf(stretches),
                new float[agents * capacity * shape.width()],
                new float[agents * stretches.size() * shape.width()],
                new boolean[agents * capacity * shape.actions()],
                new float[agents * capacity],
                new float[agents * capacity]);
    }

    /**
     * Real episodes.
     *
     * @param rewardUnit rewards are divided by it
     */
    public static RolloutBatch of(List<EpisodeBuffer> episodes, JointShape shape, double rewardUnit) {
        List<Segment> stretches = new ArrayList<>();
        int capacity = 0;
        for (EpisodeBuffer episode : episodes) {
            stretches.add(new Segment(capacity, episode.length(), 0, episode.terminated()));
            capacity += episode.length();
        }
        RolloutBatch experience = empty(shape, capacity, stretches);
        for (int k = 0; k < episodes.size(); k++) {
            for (int agent = 0; agent < shape.agents(); agent++) {
                experience.fill(k, agent, episodes.get(k), (float) (1 / rewardUnit));
            }
        }
        return experience;
    }

    private void fill(int number, int agent, EpisodeBuffer episode, float rewardScale) {
        Segment stretch = stretches.get(number);
        for (int time = 0; time < stretch.length(); time++) {
            int row = agent * capacity + stretch.first() + time;
            episode.copyState(time, agent, states, row * shape.width());
            episode.copyLegal(time, agent, legal, row * shape.actions());
            actions[row] = episode.action(time, agent);
            rewards[row] = rewardScale * episode.reward(time, agent);
        }
        episode.copyState(stretch.length(), agent, lastStates, (agent * stretches.size() + number) * shape.width());
    }

    /** The same with as many other stretches. */
    public RolloutBatch with(List<Segment> others) {
        return new RolloutBatch(shape, capacity, others, states, lastStates, legal, actions, rewards);
    }

    /** Places of all samples that count, ascending. */
    public int[] samples() {
        return stretches.stream()
                .flatMapToInt(stretch -> IntStream.range(stretch.first(), stretch.first() + stretch.length()))
                .toArray();
    }

    /** How old the episode is at each sample that counts, in decisions [capacity]. */
    public int[] times() {
        int[] times = new int[capacity];
        for (Segment stretch : stretches) {
            for (int step = 0; step < stretch.length(); step++) {
                times[stretch.first() + step] = stretch.begins() + step;
            }
        }
        return times;
    }

    /** The same after the last step of each stretch [stretches]. */
    public int[] lastTimes() {
        return stretches.stream()
                .mapToInt(stretch -> stretch.begins() + stretch.length())
                .toArray();
    }

    /** Places of all last states. */
    public int[] lastSamples() {
        return IntStream.range(0, stretches.size()).toArray();
    }
}

package io.clearway.algorithm.experience;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Where an episode comes to stand still: from then to its end no agent's reward changes and most agents observe the
 * same, as after a collision in a platoon. Nothing that an agent does matters anymore (Sutton and Barto 2018, Section
 * 3.4: episodes as the entering of an absorbing state). Most, since an agent may still observe something from outside,
 * such as the vehicle ahead of a platoon.
 */
final class AbsorbingState {
    /** Fewer equal steps could be chance. */
    private static final int FEWEST_STEPS = 3;

    private final EpisodeBuffer episode;
    private final JointShape shape;

    AbsorbingState(EpisodeBuffer episode, JointShape shape) {
        this.episode = episode;
        this.shape = shape;
    }

    /**
     * The steps until it is entered, at least 1; none when the episode moves to its end or the state was left before.
     */
    OptionalInt stepsUntil() {
        int entered = Math.max(
                1,
                IntStream.range(0, shape.agents())
                        .map(this::rewardsConstantFrom)
                        .max()
                        .orElse(episode.length()));
        while (episode.length() - entered >= FEWEST_STEPS) {
            List<Integer> still = still(entered);
            if (2 * still.size() > shape.agents()) {
                return leftBefore(entered, still) ? OptionalInt.empty() : OptionalInt.of(entered);
            }
            entered++;
        }
        return OptionalInt.empty();
    }

    /** The first time from which an agent's reward is always the last one. */
    private int rewardsConstantFrom(int agent) {
        int time = episode.length() - 1;
        float last = episode.reward(time, agent);
        while (time > 0 && episode.reward(time - 1, agent) == last) {
            time--;
        }
        return time;
    }

    /** Agents whose observation does not change from a time to the end. */
    private List<Integer> still(int from) {
        return IntStream.range(0, shape.agents())
                .filter(agent ->
                        IntStream.range(from, episode.length()).allMatch(time -> same(agent, time, episode.length())))
                .boxed()
                .toList();
    }

    /** Whether these agents observed the same at an earlier time, and then something else. */
    private boolean leftBefore(int entered, List<Integer> agents) {
        return IntStream.range(0, entered - 1)
                .anyMatch(time -> agents.stream().allMatch(agent -> same(agent, time, entered))
                        && !agents.stream().allMatch(agent -> same(agent, time + 1, entered)));
    }

    private boolean same(int agent, int time, int other) {
        return IntStream.range(0, shape.width())
                .allMatch(value -> episode.state(time, agent, value) == episode.state(other, agent, value));
    }
}

package io.clearway.algorithm.experience;

import java.util.Arrays;
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

    /** The steps until it is entered, at least 1; none when the episode moves to its end or left the state before. */
    OptionalInt stepsUntil() {
        int[] stillFrom = agents().map(this::stillFrom).toArray();
        int mostStill = Arrays.stream(stillFrom).sorted().toArray()[shape.agents() / 2];
        int rewardsStill = agents().map(this::rewardsConstantFrom).max().orElseThrow();
        int entered = Math.max(1, Math.max(mostStill, rewardsStill));
        if (episode.length() - entered < FEWEST_STEPS) {
            return OptionalInt.empty();
        }
        int[] still = agents().filter(agent -> stillFrom[agent] <= entered).toArray();
        return leftBefore(entered, still) ? OptionalInt.empty() : OptionalInt.of(entered);
    }

    private IntStream agents() {
        return IntStream.range(0, shape.agents());
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

    /** The first time from which an agent's observation is always the last one. */
    private int stillFrom(int agent) {
        int time = episode.length();
        while (time > 0 && same(agent, time - 1, episode.length())) {
            time--;
        }
        return time;
    }

    /** Whether these agents observed the same at an earlier time, and then something else. */
    private boolean leftBefore(int entered, int[] agents) {
        return IntStream.range(0, entered - 1)
                .anyMatch(time -> allSame(agents, time, entered) && !allSame(agents, time + 1, entered));
    }

    private boolean allSame(int[] agents, int time, int other) {
        return Arrays.stream(agents).allMatch(agent -> same(agent, time, other));
    }

    private boolean same(int agent, int time, int other) {
        return IntStream.range(0, shape.width())
                .allMatch(value -> episode.state(time, agent, value) == episode.state(other, agent, value));
    }
}

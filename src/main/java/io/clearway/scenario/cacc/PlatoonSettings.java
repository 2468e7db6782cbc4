package io.clearway.scenario.cacc;

import io.clearway.setting.InvalidSetting;

/**
 * What can be chosen about a platoon.
 *
 * @param vehicles vehicles in the platoon, each an agent
 * @param start {@code drawn}: by the episode's seed; {@code spaced}: one of 50 evenly spaced ones, seed modulo 50; or a
 *     number: always this one
 * @param clipStartSpeed whether a start above the highest speed is limited to it; the papers' is not
 * @param reward what learners are rewarded with
 * @param collisionPenalty G: what every vehicle loses in each step from a collision on
 * @param closenessPenalty whether learners also lose 5 (h − 10)² for a headway h below 10 m, as Chu et al. train
 * @param afterCollision what follows a collision
 */
public record PlatoonSettings(
        int vehicles,
        String start,
        boolean clipStartSpeed,
        Reward reward,
        double collisionPenalty,
        boolean closenessPenalty,
        AfterCollision afterCollision) {
    /** As in the code of Ma et al. 2024. */
    public static final PlatoonSettings DEFAULTS =
            new PlatoonSettings(8, "drawn", false, Reward.CLIPPED, 300, false, AfterCollision.STAY);

    private static final int MOST_VEHICLES = 1000;
    private static final double LARGEST_PENALTY = 1e6;

    static final String DRAWN = "drawn";
    static final String SPACED = "spaced";

    public PlatoonSettings {
        if (vehicles < 1 || vehicles > MOST_VEHICLES) {
            throw new InvalidSetting("vehicles", vehicles, "give a whole number from 1 to " + MOST_VEHICLES);
        }
        if (!(collisionPenalty >= 0 && collisionPenalty <= LARGEST_PENALTY)) {
            throw new InvalidSetting("collisionPenalty", collisionPenalty, "give a number from 0 to 1000000");
        }
    }

    /** What learners are rewarded with. */
    public enum Reward {
        /** A hundredth of the papers' reward within ±5, as in their code. */
        CLIPPED,
        /** That reward as it is. */
        PAPER
    }

    /** What follows a collision. */
    public enum AfterCollision {
        /** The platoon stands until the time limit. */
        STAY,
        /** The platoon stands until the next multiple of 60 steps, where the episode ends. */
        END
    }

    boolean clipped() {
        return reward == Reward.CLIPPED;
    }

    boolean endsAfterCollision() {
        return afterCollision == AfterCollision.END;
    }
}

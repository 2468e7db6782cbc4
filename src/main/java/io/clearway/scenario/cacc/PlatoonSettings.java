package io.clearway.scenario.cacc;

import io.clearway.setting.InvalidSetting;
import java.util.List;

/**
 * What can be chosen about a platoon.
 *
 * @param vehicles vehicles in the platoon, each an agent
 * @param start {@code drawn}: by the episode's seed; {@code spaced}: one of 50 evenly spaced ones, seed modulo 50; or a
 *     number: always this one
 * @param clipStartSpeed whether a start above the highest speed is brought down to it; the papers' is not
 * @param reward what learners get: {@code clipped}, a hundredth of the papers' reward within ±5 as in their code, or
 *     {@code paper}, that reward as it is
 * @param collisionPenalty G: what every vehicle loses in each step from a collision on
 * @param closenessPenalty whether learners also lose 5 (h − 10)² for a headway h below 10 m, as Chu et al. train
 * @param afterCollision {@code stay}: the platoon stands until the time limit; {@code end}: until the next multiple of
 *     60 steps, where the episode ends
 */
public record PlatoonSettings(
        int vehicles,
        String start,
        boolean clipStartSpeed,
        String reward,
        double collisionPenalty,
        boolean closenessPenalty,
        String afterCollision) {
    /** As in the code of Ma et al. 2024. */
    public static final PlatoonSettings DEFAULTS =
            new PlatoonSettings(8, "drawn", false, "clipped", 300, false, "stay");

    private static final int MOST_VEHICLES = 1000;

    static final String DRAWN = "drawn";
    static final String SPACED = "spaced";

    public PlatoonSettings {
        if (vehicles < 1 || vehicles > MOST_VEHICLES) {
            throw new InvalidSetting("vehicles", vehicles, "give a whole number from 1 to " + MOST_VEHICLES);
        }
        requireOneOf("reward", reward, List.of("clipped", "paper"));
        requireOneOf("afterCollision", afterCollision, List.of("stay", "end"));
        if (!(collisionPenalty >= 0 && collisionPenalty <= 1e6)) {
            throw new InvalidSetting("collisionPenalty", collisionPenalty, "give a number from 0 to 1000000");
        }
    }

    boolean clipped() {
        return reward.equals("clipped");
    }

    boolean endsAfterCollision() {
        return afterCollision.equals("end");
    }

    private static void requireOneOf(String field, String given, List<String> words) {
        if (!words.contains(given)) {
            throw new InvalidSetting(field, given, "give '%s' or '%s'".formatted(words.get(0), words.get(1)));
        }
    }
}

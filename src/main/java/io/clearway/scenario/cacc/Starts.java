package io.clearway.scenario.cacc;

import io.clearway.setting.InvalidSetting;
import java.util.SplittableRandom;

/** Where the episode of a seed begins. */
interface Starts {
    /** Evenly spaced starts to compare by. */
    int SPACED = 50;

    /** The start of the episode with this seed, in the maneuver's unit. */
    double of(long seed);

    /** The start that the settings select, or {@link InvalidSetting} on the field {@code start}. */
    static Starts of(PlatoonSettings settings, Maneuver maneuver) {
        return switch (settings.start()) {
            case PlatoonSettings.DRAWN -> seed -> maneuver.between(new SplittableRandom(seed).nextDouble());
            case PlatoonSettings.SPACED -> seed -> maneuver.between((Math.floorMod(seed, SPACED) + 0.5) / SPACED);
            default -> {
                double always = number(settings.start(), maneuver);
                yield seed -> always;
            }
        };
    }

    private static double number(String given, Maneuver maneuver) {
        double value;
        try {
            value = Double.parseDouble(given);
        } catch (NumberFormatException word) {
            value = Double.NaN;
        }
        if (!(value >= maneuver.lowest() && value <= maneuver.highest())) {
            throw new InvalidSetting(
                    "start",
                    given,
                    "give '%s', '%s', or a number from %s to %s: %s"
                            .formatted(
                                    PlatoonSettings.DRAWN,
                                    PlatoonSettings.SPACED,
                                    maneuver.lowest(),
                                    maneuver.highest(),
                                    maneuver.unit()));
        }
        return value;
    }
}

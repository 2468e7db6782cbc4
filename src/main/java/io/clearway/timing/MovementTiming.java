package io.clearway.timing;

/**
 * Times of one signal index, in whole seconds.
 *
 * @param kind who moves
 * @param yellowSeconds shown when its green ends; 0 for pedestrians, who have no yellow
 * @param minimumGreenSeconds its green, or walk, is shown at least this long
 * @param maximumRedSeconds whoever waits for it longer is served before anybody else; 0: no limit
 */
public record MovementTiming(Kind kind, int yellowSeconds, int minimumGreenSeconds, int maximumRedSeconds) {
    public MovementTiming {
        if (yellowSeconds < 0 || minimumGreenSeconds < 0 || maximumRedSeconds < 0) {
            throw new IllegalArgumentException(
                    "Yellow, minimum green and maximum red must be 0 s or more, not %d, %d and %d s"
                            .formatted(yellowSeconds, minimumGreenSeconds, maximumRedSeconds));
        }
    }

    /** Who moves. */
    public enum Kind {
        /** Vehicles from lane to lane. */
        VEHICLES,
        /** Pedestrians over a crossing. */
        PEDESTRIANS,
        /** The signal index controls nothing. */
        NONE
    }

    MovementTiming withMaximumRed(int seconds) {
        int shorter = limitsRed() ? Math.min(maximumRedSeconds, seconds) : seconds;
        return new MovementTiming(kind, yellowSeconds, minimumGreenSeconds, kind == Kind.NONE ? 0 : shorter);
    }

    /** Whether its maximum red is limited. */
    public boolean limitsRed() {
        return maximumRedSeconds > 0;
    }
}

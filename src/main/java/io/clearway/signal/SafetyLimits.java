package io.clearway.signal;

/**
 * Time limits of a signal.
 *
 * @param minimumGreenSeconds a phase is shown at least this long
 * @param yellowSeconds how long a movement that loses green shows yellow
 * @param allRedSeconds how long it then shows red before another may have green
 * @param maximumRedSeconds a movement that has been red for this long is served next; infinite: no limit
 */
public record SafetyLimits(
        double minimumGreenSeconds, double yellowSeconds, double allRedSeconds, double maximumRedSeconds) {
    public SafetyLimits {
        if (!(minimumGreenSeconds >= 0) || !(yellowSeconds > 0) || !(allRedSeconds >= 0)) {
            throw new IllegalArgumentException(
                    "Minimum green and all-red must be 0 s or more and yellow longer than 0 s, not %s, %s and %s"
                            .formatted(minimumGreenSeconds, allRedSeconds, yellowSeconds));
        }
        double least = minimumGreenSeconds + yellowSeconds + allRedSeconds;
        if (!(maximumRedSeconds > least)) {
            throw new IllegalArgumentException(
                    "Maximum red %s s must exceed minimum green and transition, %s s together"
                            .formatted(maximumRedSeconds, least));
        }
    }

    /** Limits without all-red. */
    public SafetyLimits(double minimumGreenSeconds, double yellowSeconds, double maximumRedSeconds) {
        this(minimumGreenSeconds, yellowSeconds, 0, maximumRedSeconds);
    }

    /** From the end of one green to the next: yellow and all-red. */
    public double transitionSeconds() {
        return yellowSeconds + allRedSeconds;
    }

    /** Limits without a maximum red. */
    public static SafetyLimits of(double minimumGreenSeconds, double yellowSeconds) {
        return new SafetyLimits(minimumGreenSeconds, yellowSeconds, Double.POSITIVE_INFINITY);
    }
}

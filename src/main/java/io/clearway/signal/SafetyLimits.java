package io.clearway.signal;

/**
 * Times that a signal must keep.
 *
 * @param minimumGreenSeconds a phase is not left before it was shown this long
 * @param yellowSeconds how long the transition between two phases is shown
 * @param maximumRedSeconds a movement that waited this long in red is served next; infinite: no limit
 */
public record SafetyLimits(double minimumGreenSeconds, double yellowSeconds, double maximumRedSeconds) {
    public SafetyLimits {
        if (!(minimumGreenSeconds >= 0) || !(yellowSeconds > 0)) {
            throw new IllegalArgumentException(
                    "Minimum green must be 0 s or more and yellow longer than 0 s, not %s and %s"
                            .formatted(minimumGreenSeconds, yellowSeconds));
        }
        if (!(maximumRedSeconds > minimumGreenSeconds + yellowSeconds)) {
            throw new IllegalArgumentException("Maximum red %s s must exceed minimum green and yellow, %s s together"
                    .formatted(maximumRedSeconds, minimumGreenSeconds + yellowSeconds));
        }
    }

    /** Limits without a maximum red. */
    public static SafetyLimits of(double minimumGreenSeconds, double yellowSeconds) {
        return new SafetyLimits(minimumGreenSeconds, yellowSeconds, Double.POSITIVE_INFINITY);
    }
}

package io.clearway.metric;

/**
 * Grade of a signalized intersection, approach or movement by its control delay.
 *
 * @see <a href="https://doi.org/10.17226/26432">Highway Capacity Manual, 7th edition, exhibit 19-8</a>
 */
public enum LevelOfService {
    /** At most 10 s. */
    A(10),
    /** At most 20 s. */
    B(20),
    /** At most 35 s. */
    C(35),
    /** At most 55 s. */
    D(55),
    /** At most 80 s. */
    E(80),
    /** More than 80 s. */
    F(Double.POSITIVE_INFINITY);

    private final double mostSeconds;

    LevelOfService(double mostSeconds) {
        this.mostSeconds = mostSeconds;
    }

    /** The grade of a control delay in seconds per vehicle; {@link #F} where it is not a number. */
    public static LevelOfService of(double controlDelaySeconds) {
        for (LevelOfService grade : values()) {
            if (controlDelaySeconds <= grade.mostSeconds) {
                return grade;
            }
        }
        return F;
    }
}

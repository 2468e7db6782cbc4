package io.clearway.judge;

/**
 * The shortest times of a light.
 *
 * @param yellowSeconds of a vehicle signal's yellow
 * @param greenSeconds of any green or walk
 */
public record JudgedMinimums(double yellowSeconds, double greenSeconds) {
    private static final double YELLOW_SECONDS = 3;
    private static final double GREEN_SECONDS = 3;

    /** 3 s each, or what the light's own programs have where that is shorter. */
    static JudgedMinimums of(OwnerProgram owner) {
        return new JudgedMinimums(
                Math.min(YELLOW_SECONDS, owner.shortestYellow()), Math.min(GREEN_SECONDS, owner.shortestGreen()));
    }
}

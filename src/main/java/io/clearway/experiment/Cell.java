package io.clearway.experiment;

/**
 * Where a result belongs.
 *
 * @param scenario label of the scenario, its variant included
 * @param competitor label of the algorithm, its variant included, or of the rule
 */
public record Cell(String scenario, String competitor) {
    /** Both labels for people. */
    @Override
    public String toString() {
        return competitor + " on " + scenario;
    }
}

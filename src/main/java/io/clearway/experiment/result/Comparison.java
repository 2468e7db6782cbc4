package io.clearway.experiment.result;

import io.clearway.experiment.statistics.Interval;

/**
 * Two competitors on the same seeds.
 *
 * @param group label of the scenario, or {@link ExperimentResults#ALL} of them
 * @param first label
 * @param second label
 * @param difference mean of first − second, paired by evaluation seed and, of two algorithms, by training seed
 * @param probabilityOfImprovement that a run of the first is better than one of the second
 * @param test of the difference
 */
public record Comparison(
        String group, String first, String second, Interval difference, Interval probabilityOfImprovement, Test test) {
    private static final double SIGNIFICANT_BELOW = 0.05;

    /**
     * A test.
     *
     * @param pValue of the paired t test, two-sided; NaN where it cannot be made
     * @param adjusted the same, corrected for all comparisons of the experiment (Holm)
     * @param overTrainingSeeds whether training seeds were tested, else evaluation seeds, which says nothing of other
     *     training seeds
     */
    public record Test(double pValue, double adjusted, boolean overTrainingSeeds) {}

    /** The same with a corrected p-value. */
    Comparison corrected(double adjusted) {
        return new Comparison(
                group,
                first,
                second,
                difference,
                probabilityOfImprovement,
                new Test(test.pValue(), adjusted, test.overTrainingSeeds()));
    }

    /** The conclusion in words, about the first: a difference both where the test and where the interval sees one. */
    public String conclusion(boolean higherIsBetter) {
        boolean excludesZero = difference.lower() > 0 || difference.upper() < 0;
        if (!(test.adjusted() < SIGNIFICANT_BELOW && excludesZero)) {
            return "not distinguishable";
        }
        return difference.estimate() > 0 == higherIsBetter ? "better" : "worse";
    }
}

package io.clearway.experiment.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Correction of p-values for many comparisons (Holm 1979). */
public final class HolmCorrection {
    private HolmCorrection() {}

    /**
     * Adjusted p-values in the same order: below α where the comparison is significant while the probability of any
     * false positive among all of them is at most α. NaN stays NaN and does not count as a comparison.
     */
    public static double[] adjusted(List<Double> pValues) {
        double[] adjusted = pValues.stream().mapToDouble(Double::doubleValue).toArray();
        int[] ascending = IntStream.range(0, adjusted.length)
                .filter(at -> !Double.isNaN(adjusted[at]))
                .boxed()
                .sorted(Comparator.comparingDouble(pValues::get))
                .mapToInt(Integer::intValue)
                .toArray();
        double largest = 0;
        for (int rank = 0; rank < ascending.length; rank++) {
            double factor = ascending.length - rank;
            largest = Math.max(largest, Math.min(1, factor * adjusted[ascending[rank]]));
            adjusted[ascending[rank]] = largest;
        }
        return adjusted;
    }
}

package io.clearway.report.comparison;

import java.util.List;

/**
 * What the means and intervals of a comparison are over.
 *
 * @param what name of several of them, such as {@code seeds}
 * @param units each of them
 * @param explanation how intervals were made of them, for people
 */
public record Basis(String what, List<String> units, String explanation) {
    private static final String UNADJUSTED = " that are not adjusted for the number of measures: of a hundred that do"
            + " not differ, about five seem to.";

    public Basis {
        units = List.copyOf(units);
    }

    /** Seeds that both sides played. */
    static Basis seeds(List<Long> seeds) {
        return new Basis(
                "seeds",
                seeds.stream().map(String::valueOf).toList(),
                "Means over the seeds; changes are paired by seed, with 95 % intervals (Student's t)" + UNADJUSTED);
    }

    /**
     * Quarter-hours of live traffic.
     *
     * @param paired whether by time of day
     */
    public static Basis quarterHours(List<String> quarterHours, boolean paired) {
        return new Basis(
                "quarter-hours of the day",
                quarterHours,
                (paired
                                ? "Means over the quarter-hours of the day that both periods have; changes are paired by"
                                        + " time of day, with 95 % intervals (Student's t)"
                                : "Means over the quarter-hours of each period; changes are not paired, with 95 %"
                                        + " intervals (Welch's t)")
                        + UNADJUSTED
                        + " Quarter-hours are taken as independent: as one follows from the other, the intervals are"
                        + " too narrow.");
    }

    /** Their number in words. */
    String count() {
        return "%d %s".formatted(units.size(), what);
    }
}

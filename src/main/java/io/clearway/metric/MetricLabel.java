package io.clearway.metric;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a metric is called in tables and sentences for people: its key in words, without the unit at its end. */
public final class MetricLabel {
    // the unit stands beside the label, so that it would be read twice
    private static final Pattern UNIT_AT_THE_END = Pattern.compile(
            "(?<=[a-z0-9])(VehicleHours|MetersPerSecond|Meters|Seconds|Vehicles|Persons|Bytes|Kilograms)$");

    private static final Pattern WORD_BEGINS = Pattern.compile("(?<=[a-z])(?=[A-Z0-9])");

    private MetricLabel() {}

    /** In words, such as {@code time in system}. */
    public static String of(Metric metric) {
        String name = UNIT_AT_THE_END.matcher(metric.key()).replaceFirst("");
        return WORD_BEGINS.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** In words with the unit where there is one, such as {@code time in system (veh·h)}. */
    public static String withUnit(Metric metric) {
        return metric.unit().equals("1") ? of(metric) : "%s (%s)".formatted(of(metric), metric.unit());
    }
}

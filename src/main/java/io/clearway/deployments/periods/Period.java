package io.clearway.deployments.periods;

import io.clearway.setting.InvalidSetting;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period of simulated time.
 *
 * @param from its begin in seconds, included
 * @param to its end in seconds, not included
 */
public record Period(double from, double to) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d+(?:\\.\\d+)?)-(\\d+(?:\\.\\d+)?)");

    /**
     * A period such as {@code 3600-7200}.
     *
     * @param field that holds it
     * @throws InvalidSetting on the field where it is no such period
     */
    public static Period parse(String field, String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (written.matches()) {
            var period = new Period(Double.parseDouble(written.group(1)), Double.parseDouble(written.group(2)));
            if (period.from() < period.to()) {
                return period;
            }
        }
        throw new InvalidSetting(
                field,
                text,
                "give begin and end in seconds of simulated time, such as 3600-7200, the end not included");
    }

    /** Whether both have some time in common. */
    boolean overlaps(Period other) {
        return from < other.to && other.from < to;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.0f–%.0f s", from, to);
    }
}

package io.clearway.sumo.demand;

import io.clearway.simulation.SimulationException;
import io.clearway.sumo.xml.XmlTree;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times and number of the departures of a flow, as SUMO interprets them.
 *
 * @param expected number of departures
 */
record RouteTimes(double beginSeconds, double endSeconds, double expected) {
    /** Attributes of flows only. */
    static final Set<String> FLOW_ATTRIBUTES =
            Set.of("begin", "end", "number", "period", "probability", "vehsPerHour", "perHour");

    private static final double DAY_SECONDS = 86_400;
    private static final double HOUR_SECONDS = 3600;
    private static final double MINUTE_SECONDS = 60;
    private static final Pattern CLOCK =
            Pattern.compile("(?:(?<days>\\d+):)?(?<hours>\\d+):(?<minutes>\\d+):(?<seconds>\\d+(?:\\.\\d+)?)");
    private static final Pattern EXPONENTIAL = Pattern.compile("exp\\((.+)\\)");

    static RouteTimes ofFlow(XmlTree flow) {
        double begin = seconds(flow, "begin").orElse(0);
        double rate = rate(flow);
        OptionalDouble number = number(flow, "number");
        double end = seconds(flow, "end")
                .orElse(number.isPresent() && rate > 0 ? begin + number.getAsDouble() / rate : DAY_SECONDS);
        if (number.isEmpty() && !(rate > 0)) {
            throw new SimulationException(
                    "Flow '%s' has neither a number nor a rate of departures".formatted(flow.find("id")));
        }
        return new RouteTimes(begin, end, number.orElse(rate * (end - begin)));
    }

    /** Departures per second; 0 when the flow names no rate. */
    private static double rate(XmlTree flow) {
        for (String hourly : new String[] {"vehsPerHour", "perHour"}) {
            if (flow.has(hourly)) {
                return number(flow, hourly).orElse(0) / HOUR_SECONDS;
            }
        }
        String period = flow.find("period");
        if (period != null) {
            Matcher exponential = EXPONENTIAL.matcher(period);
            return exponential.matches()
                    ? parse(flow, "period", exponential.group(1))
                    : 1 / parse(flow, "period", period);
        }
        return number(flow, "probability").orElse(0);
    }

    /** A time, as seconds or like {@code 07:30:00}; empty for values such as "triggered". */
    static OptionalDouble seconds(XmlTree element, String attribute) {
        String text = element.find(attribute);
        if (text == null) {
            return OptionalDouble.empty();
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            double days = clock.group("days") == null ? 0 : Double.parseDouble(clock.group("days"));
            return OptionalDouble.of(days * DAY_SECONDS
                    + Double.parseDouble(clock.group("hours")) * HOUR_SECONDS
                    + Double.parseDouble(clock.group("minutes")) * MINUTE_SECONDS
                    + Double.parseDouble(clock.group("seconds")));
        }
        return text.matches("\\d*\\.?\\d+") ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }

    private static OptionalDouble number(XmlTree flow, String attribute) {
        String text = flow.find(attribute);
        return text == null ? OptionalDouble.empty() : OptionalDouble.of(parse(flow, attribute, text));
    }

    private static double parse(XmlTree flow, String attribute, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            throw new SimulationException(
                    "Flow '%s' has %s=\"%s\", which is not a number".formatted(flow.find("id"), attribute, text),
                    noNumber);
        }
    }
}

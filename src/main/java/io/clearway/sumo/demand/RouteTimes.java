package io.clearway.sumo.demand;

import io.clearway.simulation.SimulationException;
import io.clearway.sumo.xml.XmlTree;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When and how many vehicles of a flow depart, as SUMO reads it.
 *
 * @param expected number of departures
 */
record RouteTimes(double beginSeconds, double endSeconds, double expected) {
    /** What makes a flow a flow. */
    static final Set<String> FLOW_ATTRIBUTES =
            Set.of("begin", "end", "number", "period", "probability", "vehsPerHour", "perHour");

    private static final double DAY_SECONDS = 86_400;
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d+):)?(\\d+):(\\d+):(\\d+(?:\\.\\d+)?)");
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
                return number(flow, hourly).orElse(0) / 3600;
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

    /** A time that is a number of seconds or reads like {@code 07:30:00}; empty for words such as "triggered". */
    static OptionalDouble seconds(XmlTree element, String attribute) {
        String text = element.find(attribute);
        if (text == null) {
            return OptionalDouble.empty();
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            double days = clock.group(1) == null ? 0 : Double.parseDouble(clock.group(1));
            return OptionalDouble.of(days * DAY_SECONDS
                    + Double.parseDouble(clock.group(2)) * 3600
                    + Double.parseDouble(clock.group(3)) * 60
                    + Double.parseDouble(clock.group(4)));
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
                    "Flow '%s' has %s=\"%s\", which is no number".formatted(flow.find("id"), attribute, text),
                    noNumber);
        }
    }
}

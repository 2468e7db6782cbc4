package io.clearway.sumo.demand;

import io.clearway.setting.InvalidSetting;
import io.clearway.sumo.xml.Seconds;
import io.clearway.sumo.xml.XmlFilter.Element;
import java.util.ArrayList;
import java.util.List;

/** Departure times of the vehicles of a route file. */
public final class Departures {
    private final List<Double> single = new ArrayList<>();
    private int flows;
    private boolean sorted = true;
    private double last = Double.NEGATIVE_INFINITY;
    private double earliest = Double.POSITIVE_INFINITY;
    private double latest = Double.NEGATIVE_INFINITY;

    public void add(Element element) {
        boolean flow = element.name().equals("flow");
        boolean vehicle = element.name().equals("vehicle") || element.name().equals("trip");
        String text = element.text(flow ? "begin" : "depart", "");
        if ((!flow && !vehicle) || text.isEmpty() || !Character.isDigit(text.charAt(0))) {
            // a person, or a vehicle without a departure time
            flows += flow ? 1 : 0;
            return;
        }
        double depart = seconds(element, text);
        sorted &= depart >= last;
        last = depart;
        if (flow) {
            flows++;
            String end = element.text("end", "");
            latest = Math.max(latest, end.isEmpty() ? Double.POSITIVE_INFINITY : seconds(element, end));
        } else {
            single.add(depart);
            // an episode that ends at a whole second includes it
            latest = Math.max(latest, Math.floor(depart) + 1);
        }
        earliest = Math.min(earliest, depart);
    }

    private static double seconds(Element element, String text) {
        try {
            return Seconds.parse(element.name(), text);
        } catch (InvalidSetting wrong) {
            throw new InvalidSetting("<%s> in line %d".formatted(element.name(), element.line()), text, wrong.hint());
        }
    }

    public boolean isEmpty() {
        return single.isEmpty() && flows == 0;
    }

    public boolean hasFlows() {
        return flows > 0;
    }

    /** Whether they are in order, as SUMO requires: it ignores vehicles that are out of order. */
    public boolean sorted() {
        return sorted;
    }

    /** Begin of the first; infinite when there is none. */
    public double earliestSeconds() {
        return earliest;
    }

    /** End of the second in which the last one departs, or of the last flow; infinite where a flow has no end. */
    public double latestSeconds() {
        return latest;
    }

    /** Single vehicles that depart from one time to before another. */
    public int between(double fromSeconds, double toSeconds) {
        return (int) single.stream()
                .filter(depart -> depart >= fromSeconds && depart < toSeconds)
                .count();
    }
}

package io.clearway.cli.report;

import io.clearway.events.EventLog;
import io.clearway.events.SignalEvent;
import io.clearway.events.SignalSite;
import io.clearway.events.measures.CoordinationDiagram;
import io.clearway.events.measures.CoordinationDiagram.Arrival;
import io.clearway.events.measures.CoordinationDiagram.Cycle;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Purdue coordination diagrams: a dot for each arrival, by when it comes and how long after the begin of red, with the
 * begin of green and of yellow in each cycle.
 */
public final class CoordinationPlot {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 300;
    private static final double LEFT = 50;
    private static final double RIGHT = 940;
    private static final double TOP = 30;
    private static final double BOTTOM = 260;
    private static final double TITLE_BASELINE = 16;
    private static final double AXIS_TITLE = 292;
    private static final double FAINT = 0.5;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final String GREEN = "#009e73";
    private static final String YELLOW = "#e69f00";
    private static final String RED = "#d55e00";

    private CoordinationPlot() {}

    /** A page with a diagram of each phase of vehicles in each log. */
    public static String page(List<EventLog> logs, Function<EventLog, SignalSite> signal, String title) {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(Svg.escape(title))
                .append(
                        "</title></head><body style=\"font-family:system-ui,sans-serif;max-width:980px;margin:auto\"><h1>")
                .append(Svg.escape(title))
                .append("</h1><p>Each dot is an arrival: across when it comes, up how long after the begin of red."
                        + " Green line: begin of green; orange line: begin of yellow; upper end: begin of red.</p>");
        for (EventLog log : logs) {
            SignalSite site = signal.apply(log);
            page.append("<h2>")
                    .append(Svg.escape("%s, seed %d"
                            .formatted(
                                    log.header().origin().controller(),
                                    log.header().origin().seed())))
                    .append("</h2>");
            for (SignalSite.Phase phase : site.phases()) {
                if (!phase.pedestrian()) {
                    page.append(svg(log, site, phase));
                }
            }
        }
        return page.append("</body></html>\n").toString();
    }

    private static String svg(EventLog log, SignalSite site, SignalSite.Phase phase) {
        CoordinationDiagram diagram = CoordinationDiagram.of(log, site, phase.number());
        long met = diagram.arrivals().stream().filter(Arrival::onGreen).count();
        String title = "Phase %d (%s from %s): %d arrivals in %d cycles, %d on green"
                .formatted(
                        phase.number(),
                        phase.movements(),
                        phase.approach(),
                        diagram.arrivals().size(),
                        diagram.cycles().size(),
                        met);
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        svg.write(0, TITLE_BASELINE, "start", title);
        if (diagram.cycles().isEmpty()) {
            return svg.render();
        }
        double begin = minutes(log.header().beginTenths());
        Axis x = new Axis(begin, Math.max(minutes(log.header().endTenths()), begin + 1), LEFT, RIGHT);
        Axis y = Axis.over(
                DoubleStream.concat(
                        DoubleStream.of(0),
                        diagram.cycles().stream().mapToDouble(cycle -> seconds(cycle.end() - cycle.red()))),
                BOTTOM,
                TOP);
        Frame.draw(svg, x, y);
        svg.write(RIGHT, AXIS_TITLE, "end", "minutes of simulated time; seconds since begin of red");
        for (Cycle cycle : diagram.cycles()) {
            begins(svg, x, y, cycle, cycle.green(), GREEN);
            begins(svg, x, y, cycle, cycle.yellow(), YELLOW);
            begins(svg, x, y, cycle, cycle.end(), RED);
        }
        for (Arrival arrival : diagram.arrivals()) {
            svg.dot(
                    x.at(minutes(arrival.tenths())),
                    y.at(seconds(arrival.sinceRed())),
                    arrival.onGreen() ? Svg.color(0) : "currentColor",
                    FAINT);
        }
        return svg.render();
    }

    private static void begins(Svg svg, Axis x, Axis y, Cycle cycle, long tenths, String color) {
        double height = y.at(seconds(tenths - cycle.red()));
        svg.line(x.at(minutes(cycle.red())), height, x.at(minutes(cycle.end())), height, color, 1);
    }

    private static double seconds(long tenths) {
        return (double) tenths / SignalEvent.TENTHS_PER_SECOND;
    }

    private static double minutes(long tenths) {
        return seconds(tenths) / SECONDS_PER_MINUTE;
    }
}

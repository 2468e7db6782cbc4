package io.clearway.cli.report;

import static io.clearway.cli.report.CurvePlot.BOTTOM;
import static io.clearway.cli.report.CurvePlot.EDGE;
import static io.clearway.cli.report.CurvePlot.LEFT;
import static io.clearway.cli.report.CurvePlot.ROW;
import static io.clearway.cli.report.CurvePlot.TOP;
import static io.clearway.cli.report.CurvePlot.WIDTH;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/** A quantity over simulated seconds: lines, some with a band of one standard deviation to either side. */
public final class TracePlot {
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double MIDDLE = 0.5;

    /** Lines of more points are thinned to about so many, which is finer than the drawing. */
    private static final int POINTS = 800;

    private final String quantity;
    private final List<Line> lines = new ArrayList<>();

    /** Points are seconds and value; bands are as long as the line, or empty. */
    private record Line(String name, List<double[]> mean, List<double[]> upper, List<double[]> lower) {}

    /** @param quantity with its unit, as a column of traces is named */
    public TracePlot(String quantity) {
        this.quantity = quantity.replace('_', ' ');
    }

    /** Draws seconds and value of each moment. */
    public void line(String name, List<double[]> points) {
        int each = Math.max(1, points.size() / POINTS);
        List<double[]> thinned = new ArrayList<>();
        for (int at = 0; at < points.size(); at += each) {
            thinned.add(points.get(at));
        }
        lines.add(new Line(name, thinned, List.of(), List.of()));
    }

    /** Draws what several episodes had in each minute. */
    public void spread(String name, List<List<Double>> episodes) {
        List<double[]> mean = new ArrayList<>();
        List<double[]> upper = new ArrayList<>();
        List<double[]> lower = new ArrayList<>();
        int minutes = episodes.stream().mapToInt(List::size).min().orElse(0);
        for (int minute = 0; minute < minutes; minute++) {
            SummaryStatistics values = new SummaryStatistics();
            for (List<Double> episode : episodes) {
                values.addValue(episode.get(minute));
            }
            double seconds = (minute + MIDDLE) * SECONDS_PER_MINUTE;
            double deviation = episodes.size() > 1 ? values.getStandardDeviation() : 0;
            mean.add(new double[] {seconds, values.getMean()});
            upper.add(new double[] {seconds, values.getMean() + deviation});
            lower.add(new double[] {seconds, values.getMean() - deviation});
        }
        lines.add(new Line(name, mean, upper, lower));
    }

    /** The drawing. */
    public String render() {
        List<double[]> all = lines.stream()
                .flatMap(line ->
                        Stream.of(line.mean(), line.upper(), line.lower()).flatMap(List::stream))
                .toList();
        Svg svg = new Svg(WIDTH, BOTTOM + CurvePlot.LEGEND + ROW * lines.size(), quantity + " over simulated time");
        svg.write(0, CurvePlot.HEADING_BASELINE, "start", quantity);
        if (all.isEmpty()) {
            return svg.render();
        }
        Axis x = Axis.over(all.stream().mapToDouble(point -> point[0]), LEFT, WIDTH - EDGE);
        Axis y = Axis.over(all.stream().mapToDouble(point -> point[1]), BOTTOM, TOP);
        Frame.draw(svg, x, y);
        svg.write(WIDTH - EDGE, BOTTOM + CurvePlot.AXIS_TITLE, "end", "simulated seconds");
        for (int n = 0; n < lines.size(); n++) {
            Line line = lines.get(n);
            if (!line.upper().isEmpty()) {
                svg.band(placed(line.upper(), x, y), placed(line.lower(), x, y), Svg.color(n));
            }
            svg.path(placed(line.mean(), x, y), Svg.color(n), false);
            CurvePlot.legend(svg, n, line.name(), false);
        }
        return svg.render();
    }

    private static List<double[]> placed(List<double[]> points, Axis x, Axis y) {
        return points.stream()
                .map(point -> new double[] {x.at(point[0]), y.at(point[1])})
                .toList();
    }
}

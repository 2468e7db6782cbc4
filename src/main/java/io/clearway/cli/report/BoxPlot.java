package io.clearway.cli.report;

import io.clearway.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * One figure of held-out episodes or of training runs, a box for each controller: quartiles and median, whiskers to the
 * farthest of them, every one as a dot.
 */
public final class BoxPlot {
    private static final int WIDTH = 640;
    private static final int LEFT = 64;
    private static final int TOP = 24;
    private static final int BOTTOM = 224;
    private static final int EDGE = 12;
    private static final int FOOT = 44;
    private static final int HEADING_BASELINE = 14;
    private static final double NAME_BELOW = 18;
    private static final double NAME_LINE = 15;
    private static final double BOX = 0.4;
    private static final double HALF = 0.5;
    private static final double DOT_OPACITY = 0.7;
    private static final double LOWER_QUARTILE = 25;
    private static final double MEDIAN = 50;
    private static final double UPPER_QUARTILE = 75;

    private final String heading;
    private final List<Column> columns = new ArrayList<>();

    private record Column(String name, List<Double> values) {}

    /** A plot of held-out episodes. */
    BoxPlot(Metric metric) {
        this(CurvePlot.heading(metric));
    }

    /** @param heading what is drawn, with its unit */
    public BoxPlot(String heading) {
        this.heading = heading;
    }

    /** Draws what a controller reached, if it was measured. */
    public void add(String name, DoubleStream values) {
        List<Double> measured = values.filter(Double::isFinite).sorted().boxed().toList();
        if (!measured.isEmpty()) {
            columns.add(new Column(name, measured));
        }
    }

    boolean hasColumns() {
        return !columns.isEmpty();
    }

    /** The drawing as SVG; something must have been measured. */
    public String render() {
        Svg svg = new Svg(WIDTH, BOTTOM + FOOT, heading + " on held-out seeds, by controller");
        svg.write(0, HEADING_BASELINE, "start", heading);
        Axis y = Axis.over(
                columns.stream().flatMap(column -> column.values().stream()).mapToDouble(value -> value), BOTTOM, TOP);
        Frame.horizontals(svg, LEFT, WIDTH - EDGE, y);
        double step = (double) (WIDTH - EDGE - LEFT) / columns.size();
        for (int n = 0; n < columns.size(); n++) {
            draw(svg, columns.get(n), Svg.color(n), LEFT + step * (n + HALF), step * BOX, y);
            // adjacent names alternate between two lines, so that long ones fit
            svg.write(
                    LEFT + step * (n + HALF),
                    BOTTOM + NAME_BELOW + NAME_LINE * (n % 2),
                    "middle",
                    columns.get(n).name());
        }
        return svg.render();
    }

    private static void draw(Svg svg, Column column, String color, double middle, double width, Axis y) {
        List<Double> values = column.values();
        double lower = quantile(values, LOWER_QUARTILE);
        double upper = quantile(values, UPPER_QUARTILE);
        svg.line(middle, y.at(values.get(0)), middle, y.at(lower), color, 1);
        svg.line(middle, y.at(upper), middle, y.at(values.get(values.size() - 1)), color, 1);
        svg.box(middle - width / 2, y.at(upper), width, Math.max(1, y.at(lower) - y.at(upper)), color);
        double median = y.at(quantile(values, MEDIAN));
        svg.path(
                List.of(new double[] {middle - width / 2, median}, new double[] {middle + width / 2, median}),
                color,
                false);
        for (double value : values) {
            svg.dot(middle, y.at(value), color, DOT_OPACITY);
        }
    }

    private static double quantile(List<Double> values, double percent) {
        return new Percentile(percent)
                .withEstimationType(Percentile.EstimationType.R_7)
                .evaluate(values.stream().mapToDouble(value -> value).toArray());
    }
}

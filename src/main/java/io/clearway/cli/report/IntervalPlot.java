package io.clearway.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Estimates with their intervals, a row for each. */
public final class IntervalPlot {
    private static final int LEFT = 240;
    private static final int TOP = 30;
    private static final int FOOT = 26;
    private static final double THICKNESS = 8;
    private static final double HALF = 0.5;
    private static final double BASELINE = 4;
    private static final double LABEL_BELOW = 17;
    private static final double FAINT = 0.15;
    private static final String LINE_COLOR = "currentColor";

    private final String heading;
    private final List<Row> rows = new ArrayList<>();

    private record Row(String name, double estimate, double lower, double upper) {}

    /** @param heading what is drawn, with its unit */
    public IntervalPlot(String heading) {
        this.heading = heading;
    }

    /** Adds a row below the others. */
    public void add(String name, double estimate, double lower, double upper) {
        rows.add(new Row(name, estimate, lower, upper));
    }

    /** The drawing as SVG; there must be a row. */
    public String render() {
        double bottom = TOP + (double) CurvePlot.ROW * rows.size();
        Svg svg = new Svg(CurvePlot.WIDTH, (int) bottom + FOOT, heading);
        svg.write(0, CurvePlot.HEADING_BASELINE, "start", heading);
        Axis x = Axis.over(
                rows.stream().flatMapToDouble(row -> DoubleStream.of(row.estimate(), row.lower(), row.upper())),
                LEFT,
                CurvePlot.WIDTH - CurvePlot.EDGE);
        for (double tick : x.ticks()) {
            svg.line(x.at(tick), TOP, x.at(tick), bottom, LINE_COLOR, FAINT);
            svg.write(x.at(tick), bottom + LABEL_BELOW, "middle", x.label(tick));
        }
        svg.line(LEFT, bottom, CurvePlot.WIDTH - CurvePlot.EDGE, bottom, LINE_COLOR, 1);
        for (int n = 0; n < rows.size(); n++) {
            draw(svg, rows.get(n), Svg.color(n), TOP + CurvePlot.ROW * (n + HALF), x);
        }
        return svg.render();
    }

    private static void draw(Svg svg, Row row, String color, double middle, Axis x) {
        svg.write(0, middle + BASELINE, "start", row.name());
        double from = x.at(row.lower());
        svg.box(from, middle - THICKNESS / 2, Math.max(1, x.at(row.upper()) - from), THICKNESS, color);
        svg.path(
                List.of(
                        new double[] {x.at(row.estimate()), middle - THICKNESS / 2},
                        new double[] {x.at(row.estimate()), middle + THICKNESS / 2}),
                color,
                false);
    }
}

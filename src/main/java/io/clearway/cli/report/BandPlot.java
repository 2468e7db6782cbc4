package io.clearway.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Lines with a band around each: learning curves with their deviation, performance profiles with their intervals. */
public final class BandPlot {
    private final String heading;
    private final String horizontal;
    private final List<Line> lines = new ArrayList<>();

    /**
     * A point of a line.
     *
     * @param x place on the horizontal axis
     * @param y value
     * @param lower lower edge of the band
     * @param upper its upper edge
     */
    public record Point(double x, double y, double lower, double upper) {}

    private record Line(String name, int series, List<Point> points) {}

    /**
     * @param heading what is drawn, with its unit
     * @param horizontal what the horizontal axis shows
     */
    public BandPlot(String heading, String horizontal) {
        this.heading = heading;
        this.horizontal = horizontal;
    }

    /**
     * Adds a line of at least one point.
     *
     * @param series number of what it shows, counted from 0, which has the same color in all drawings
     */
    public void add(String name, int series, List<Point> points) {
        lines.add(new Line(name, series, List.copyOf(points)));
    }

    /** The drawing as SVG; there must be a line. */
    public String render() {
        Svg svg = new Svg(
                CurvePlot.WIDTH,
                CurvePlot.BOTTOM + CurvePlot.LEGEND + CurvePlot.ROW * lines.size(),
                heading + " over " + horizontal);
        svg.write(0, CurvePlot.HEADING_BASELINE, "start", heading);
        Axis x = Axis.over(points().mapToDouble(Point::x), CurvePlot.LEFT, CurvePlot.WIDTH - CurvePlot.EDGE);
        Axis y = Axis.over(
                points().flatMapToDouble(point -> DoubleStream.of(point.lower(), point.upper())),
                CurvePlot.BOTTOM,
                CurvePlot.TOP);
        Frame.draw(svg, x, y);
        svg.write(CurvePlot.WIDTH - CurvePlot.EDGE, CurvePlot.BOTTOM + CurvePlot.AXIS_TITLE, "end", horizontal);
        for (int n = 0; n < lines.size(); n++) {
            Line line = lines.get(n);
            draw(svg, line.points(), line.series(), x, y);
            CurvePlot.legend(svg, n, line.name(), Svg.color(line.series()), isDashed(line.series()));
        }
        return svg.render();
    }

    private static void draw(Svg svg, List<Point> points, int series, Axis x, Axis y) {
        svg.band(
                points.stream()
                        .map(point -> new double[] {x.at(point.x()), y.at(point.upper())})
                        .toList(),
                points.stream()
                        .map(point -> new double[] {x.at(point.x()), y.at(point.lower())})
                        .toList(),
                Svg.color(series));
        svg.path(
                points.stream()
                        .map(point -> new double[] {x.at(point.x()), y.at(point.y())})
                        .toList(),
                Svg.color(series),
                isDashed(series));
    }

    /** Colors come again after some lines, which are then dashed. */
    private static boolean isDashed(int series) {
        return series >= Svg.COLORS_IN_TURN;
    }

    private Stream<Point> points() {
        return lines.stream().flatMap(line -> line.points().stream());
    }
}

package io.clearway.cli.report;

import io.clearway.cli.report.ReportedRun.Episode;
import io.clearway.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One metric over the decisions of training, a color for each run: the learner's episodes as dots, their moving mean as
 * a line, the scenario's reference rule on held-out seeds as a dashed line.
 */
final class CurvePlot {
    static final int WIDTH = 640;
    static final int LEFT = 64;
    static final int TOP = 24;
    static final int BOTTOM = 224;
    static final int ROW = 18;
    static final double EDGE = 12;
    static final int HEADING_BASELINE = 14;
    static final int AXIS_TITLE = 32;
    static final int LEGEND = 40;
    private static final double LEGEND_RISE = 4;
    private static final double LEGEND_LINE = 24;
    private static final double LEGEND_TEXT = 32;
    private static final double DOT_OPACITY = 0.35;

    /** Episodes that a point of the line is the mean of. */
    static final int WINDOW = 10;

    private final Metric metric;
    private final List<Line> lines = new ArrayList<>();
    private final List<Level> levels = new ArrayList<>();

    private record Line(String name, List<Episode> episodes) {}

    private record Level(String name, double value) {}

    CurvePlot(Metric metric) {
        this.metric = metric;
    }

    /** Draws a run if it measured the metric. */
    void add(ReportedRun run) {
        List<Episode> measured = run.episodes().stream()
                .filter(Episode::own)
                .filter(episode -> Double.isFinite(episode.metrics().getOrDefault(metric, Double.NaN)))
                .toList();
        if (!measured.isEmpty()) {
            lines.add(new Line(run.name(), measured));
        }
    }

    /** Draws a level to compare the runs with. */
    void level(String name, double value) {
        levels.add(new Level(name, value));
    }

    /** Whether a run measured the metric. */
    boolean hasLines() {
        return !lines.isEmpty();
    }

    String render() {
        int height = BOTTOM + LEGEND + ROW * (lines.size() + levels.size());
        Axis x = Axis.over(
                DoubleStream.concat(
                        DoubleStream.of(0),
                        lines.stream().flatMap(line -> line.episodes().stream()).mapToDouble(Episode::decisions)),
                LEFT,
                WIDTH - EDGE);
        Axis y = Axis.over(
                DoubleStream.concat(
                        lines.stream().flatMap(line -> line.episodes().stream()).mapToDouble(this::value),
                        levels.stream().mapToDouble(Level::value)),
                BOTTOM,
                TOP);
        Svg svg = new Svg(WIDTH, height, metric.meaning() + " over the decisions of training");
        svg.write(0, HEADING_BASELINE, "start", heading(metric));
        Frame.draw(svg, x, y);
        svg.write(WIDTH - EDGE, BOTTOM + AXIS_TITLE, "end", "decisions");
        for (int n = 0; n < lines.size(); n++) {
            drawLine(svg, lines.get(n), n, x, y);
        }
        for (int n = 0; n < levels.size(); n++) {
            int place = lines.size() + n;
            double at = y.at(levels.get(n).value());
            svg.path(List.of(new double[] {LEFT, at}, new double[] {WIDTH - EDGE, at}), Svg.color(place), true);
            legend(svg, place, levels.get(n).name(), true);
        }
        return svg.render();
    }

    private void drawLine(Svg svg, Line line, int place, Axis x, Axis y) {
        List<Episode> episodes = line.episodes();
        List<double[]> way = new ArrayList<>();
        for (int last = 0; last < episodes.size(); last++) {
            Episode episode = episodes.get(last);
            svg.dot(x.at(episode.decisions()), y.at(value(episode)), Svg.color(place), DOT_OPACITY);
            double mean = IntStream.rangeClosed(Math.max(0, last - WINDOW + 1), last)
                    .mapToDouble(at -> value(episodes.get(at)))
                    .average()
                    .orElseThrow();
            way.add(new double[] {x.at(episode.decisions()), y.at(mean)});
        }
        svg.path(way, Svg.color(place), false);
        legend(svg, place, line.name(), false);
    }

    /** A line of the legend below a plot of this size. */
    static void legend(Svg svg, int place, String name, boolean dashed) {
        legend(svg, place, name, Svg.color(place), dashed);
    }

    /** The same in a color of its own. */
    static void legend(Svg svg, int place, String name, String color, boolean dashed) {
        double at = BOTTOM + LEGEND + ROW * place;
        svg.path(
                List.of(new double[] {LEFT, at - LEGEND_RISE}, new double[] {LEFT + LEGEND_LINE, at - LEGEND_RISE}),
                color,
                dashed);
        svg.write(LEFT + LEGEND_TEXT, at, "start", name);
    }

    private double value(Episode episode) {
        return episode.metrics().getOrDefault(metric, Double.NaN);
    }

    /** Name and unit of a metric over a drawing. */
    static String heading(Metric metric) {
        return metric.unit().equals("1") ? metric.meaning() : "%s (%s)".formatted(metric.meaning(), metric.unit());
    }

    /** Mean of a controller's results of a metric. */
    static OptionalDouble mean(ReportedRun run, String controller, Metric metric) {
        return run.results().stream()
                .filter(result -> result.controller().equals(controller))
                .mapToDouble(result -> result.metrics().getOrDefault(metric, Double.NaN))
                .filter(Double::isFinite)
                .average();
    }
}

package io.clearway.cli.report;

import static io.clearway.cli.report.CurvePlot.BOTTOM;
import static io.clearway.cli.report.CurvePlot.EDGE;
import static io.clearway.cli.report.CurvePlot.LEFT;
import static io.clearway.cli.report.CurvePlot.ROW;
import static io.clearway.cli.report.CurvePlot.TOP;
import static io.clearway.cli.report.CurvePlot.WIDTH;

import io.clearway.training.EpisodeResult;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The queue within held-out episodes over simulated time, a color for each controller: the mean over its seeds as a
 * line, from their minimum to their maximum as a band.
 */
final class QueuePlot {
    /** What it shows. */
    static final String HEADING = "Halting vehicles (< 0.1 m/s) per signal link over simulated time (vehicles)";

    private static final double MIDDLE = 0.5;

    private final List<Line> lines = new ArrayList<>();

    /** @param minutes what the seeds had in each minute */
    private record Line(String controller, List<DoubleSummaryStatistics> minutes) {}

    /** Draws a controller if its queues were kept. */
    void add(String controller, List<EpisodeResult> results) {
        List<DoubleSummaryStatistics> minutes = new ArrayList<>();
        for (EpisodeResult result : results) {
            List<Double> queue = result.queueByMinute();
            for (int minute = 0; minute < queue.size(); minute++) {
                if (minute == minutes.size()) {
                    minutes.add(new DoubleSummaryStatistics());
                }
                minutes.get(minute).accept(queue.get(minute));
            }
        }
        if (!minutes.isEmpty()) {
            lines.add(new Line(controller, minutes));
        }
    }

    boolean hasLines() {
        return !lines.isEmpty();
    }

    String render() {
        Axis x = Axis.over(
                lines.stream()
                        .flatMapToDouble(
                                line -> DoubleStream.of(0, line.minutes().size())),
                LEFT,
                WIDTH - EDGE);
        Axis y = Axis.over(
                DoubleStream.concat(
                        DoubleStream.of(0),
                        lines.stream()
                                .flatMap(line -> line.minutes().stream())
                                .mapToDouble(DoubleSummaryStatistics::getMax)),
                BOTTOM,
                TOP);
        Svg svg = new Svg(WIDTH, BOTTOM + CurvePlot.LEGEND + ROW * lines.size(), HEADING);
        svg.write(0, CurvePlot.HEADING_BASELINE, "start", HEADING);
        Frame.draw(svg, x, y);
        svg.write(WIDTH - EDGE, BOTTOM + CurvePlot.AXIS_TITLE, "end", "minutes");
        for (int n = 0; n < lines.size(); n++) {
            draw(svg, lines.get(n).minutes(), Svg.color(n), x, y);
            CurvePlot.legend(svg, n, lines.get(n).controller(), false);
        }
        return svg.render();
    }

    private static void draw(Svg svg, List<DoubleSummaryStatistics> minutes, String color, Axis x, Axis y) {
        List<double[]> maxima = new ArrayList<>();
        List<double[]> mean = new ArrayList<>();
        List<double[]> minima = new ArrayList<>();
        for (int minute = 0; minute < minutes.size(); minute++) {
            // a minute's mean is drawn at its middle
            double at = x.at(minute + MIDDLE);
            maxima.add(new double[] {at, y.at(minutes.get(minute).getMax())});
            mean.add(new double[] {at, y.at(minutes.get(minute).getAverage())});
            minima.add(new double[] {at, y.at(minutes.get(minute).getMin())});
        }
        svg.band(maxima, minima, color);
        svg.path(mean, color, false);
    }
}

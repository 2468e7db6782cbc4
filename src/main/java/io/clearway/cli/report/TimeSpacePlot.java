package io.clearway.cli.report;

import io.clearway.report.Report.Drawing;
import io.clearway.scenario.corridor.CorridorFiles;
import io.clearway.scenario.corridor.CorridorFiles.Band;
import io.clearway.scenario.corridor.CorridorFiles.Green;
import io.clearway.scenario.corridor.CorridorFiles.Point;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Time-space diagrams of a direction of a corridor: time across, distance up, a panel for every ten minutes that
 * vehicles drove in.
 */
public final class TimeSpacePlot {
    private static final double PANEL_SECONDS = 600;
    private static final int WIDTH = 960;
    private static final int HEIGHT = 420;
    private static final double LEFT = 60;
    private static final double RIGHT = 860;
    private static final double TOP = 24;
    private static final double BOTTOM = 380;
    private static final double TITLE = 14;
    private static final double AXIS_TITLE = 412;
    private static final double LABEL = 6;
    private static final double BASELINE = 4;
    private static final double BAR = 4;

    /** A point of a line is drawn for so many steps of a vehicle. */
    private static final int THINNING = 2;

    private static final String GREEN = "#009e73";

    private final String direction;
    private final double begin;
    private final List<Green> greens;
    private final List<Band> bands;
    private final Map<String, List<double[]>> vehicles = new HashMap<>();

    private TimeSpacePlot(String direction, double begin, List<Green> greens, List<Band> bands) {
        this.direction = direction;
        this.begin = begin;
        this.greens = greens;
        this.bands = bands;
    }

    /** The panels of a direction, from the records in a folder. */
    public static List<Drawing> of(Path folder, String direction) {
        List<Green> greens = CorridorFiles.greens(folder).stream()
                .filter(green -> green.direction().equals(direction))
                .toList();
        List<Band> bands = CorridorFiles.bands(folder).stream()
                .filter(band -> band.direction().equals(direction))
                .toList();
        Map<Long, TimeSpacePlot> panels = new TreeMap<>();
        CorridorFiles.trajectories(folder, point -> {
            if (point.direction().equals(direction)) {
                long panel = (long) Math.floor(point.seconds() / PANEL_SECONDS);
                panels.computeIfAbsent(
                                panel, number -> new TimeSpacePlot(direction, number * PANEL_SECONDS, greens, bands))
                        .add(point);
            }
        });
        List<Drawing> drawings = new ArrayList<>();
        panels.forEach((number, panel) ->
                drawings.add(new Drawing("time-space-" + number, "Time-space diagram", panel.render())));
        return drawings;
    }

    private void add(Point point) {
        vehicles.computeIfAbsent(point.vehicle(), id -> new ArrayList<>())
                .add(new double[] {point.seconds(), point.meters()});
    }

    private String render() {
        Axis x = new Axis(begin, begin + PANEL_SECONDS, LEFT, RIGHT);
        double length = DoubleStream.concat(
                        greens.stream().mapToDouble(Green::meters),
                        vehicles.values().stream().flatMap(List::stream).mapToDouble(point -> point[1]))
                .max()
                .orElse(1);
        Axis y = Axis.over(DoubleStream.of(0, length), BOTTOM, TOP);
        String title = "%s, from %.0f s".formatted(direction, begin);
        Svg svg = new Svg(WIDTH, HEIGHT, "Time-space diagram, " + title);
        svg.write(0, TITLE, "start", title);
        Frame.draw(svg, x, y);
        svg.write(RIGHT, AXIS_TITLE, "end", "simulated seconds; meters from the first stop line");
        bands.forEach(band -> draw(svg, x, y, band));
        vehicles.values().forEach(points -> svg.path(thinned(points, x, y), Svg.color(0), false));
        greens.forEach(green -> draw(svg, x, y, green));
        greens.stream()
                .map(green -> Map.entry(green.light(), green.meters()))
                .distinct()
                .forEach(place -> svg.write(RIGHT + LABEL, y.at(place.getValue()) + BASELINE, "start", place.getKey()));
        return svg.render();
    }

    private void draw(Svg svg, Axis x, Axis y, Green green) {
        double from = Math.max(begin, green.shown().begin());
        double until = Math.min(begin + PANEL_SECONDS, green.shown().end());
        if (from < until) {
            svg.box(x.at(from), y.at(green.meters()) - BAR / 2, x.at(until) - x.at(from), BAR, GREEN);
        }
    }

    /** A band that reaches into the panel at its foot; what reaches out of the panel is left out. */
    private void draw(Svg svg, Axis x, Axis y, Band band) {
        double from = Math.max(begin, band.start().begin());
        double until = Math.min(
                begin + PANEL_SECONDS - band.freeFlowSeconds(), band.start().end());
        if (from < until) {
            double top = y.at(band.lengthMeters());
            svg.band(
                    List.of(new double[] {x.at(from), y.at(0)}, new double[] {x.at(from + band.freeFlowSeconds()), top
                    }),
                    List.of(new double[] {x.at(until), y.at(0)}, new double[] {x.at(until + band.freeFlowSeconds()), top
                    }),
                    GREEN);
        }
    }

    private static List<double[]> thinned(List<double[]> points, Axis x, Axis y) {
        List<double[]> way = new ArrayList<>();
        for (int at = 0; at < points.size(); at++) {
            if (at % THINNING == 0 || at == points.size() - 1) {
                way.add(new double[] {x.at(points.get(at)[0]), y.at(points.get(at)[1])});
            }
        }
        return way;
    }
}

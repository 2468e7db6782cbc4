package io.clearway.scenario.corridor;

import io.clearway.metric.CorridorMeasures.Way;
import io.clearway.scenario.CsvFile;
import io.clearway.scenario.corridor.CorridorPassages.Passage;
import io.clearway.simulation.trips.RoadPosition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Records of an episode along a corridor, in a folder of comma-separated values: {@code passages.csv} (a row for each
 * vehicle that drove all of it), {@code trajectories.csv} (a row for each of their steps), {@code greens.csv} and
 * {@code bands.csv} (a row for each).
 */
public final class CorridorFiles {
    private static final String PASSAGES = "passages.csv";
    private static final String TRAJECTORIES = "trajectories.csv";
    private static final String GREENS = "greens.csv";
    private static final String BANDS = "bands.csv";

    private CorridorFiles() {}

    /** A point of a trajectory. */
    public record Point(String direction, String vehicle, double seconds, double meters) {}

    /** A green of the stop line of a light. */
    public record Green(String direction, String light, double meters, Interval shown) {}

    /** A through band. */
    public record Band(String direction, Interval start, double freeFlowSeconds, double lengthMeters) {}

    /** Gives the trajectories in a folder, step by step. */
    public static void trajectories(Path folder, Consumer<Point> points) {
        CsvFile.read(
                folder.resolve(TRAJECTORIES),
                cells -> points.accept(new Point(cells[0], cells[1], number(cells[2]), number(cells[3]))));
    }

    /** The greens in a folder. */
    public static List<Green> greens(Path folder) {
        List<Green> greens = new ArrayList<>();
        CsvFile.read(
                folder.resolve(GREENS),
                cells -> greens.add(new Green(
                        cells[0], cells[1], number(cells[2]), new Interval(number(cells[3]), number(cells[4])))));
        return greens;
    }

    /** The through bands in a folder. */
    public static List<Band> bands(Path folder) {
        List<Band> bands = new ArrayList<>();
        CsvFile.read(
                folder.resolve(BANDS),
                cells -> bands.add(new Band(
                        cells[0],
                        new Interval(number(cells[1]), number(cells[2])),
                        number(cells[3]),
                        number(cells[4]))));
        return bands;
    }

    private static double number(String cell) {
        return Double.parseDouble(cell);
    }

    /** Writes them, row by row. */
    static final class Writer implements AutoCloseable {
        private final CsvFile passages;
        private final CsvFile trajectories;
        private final CsvFile greens;
        private final CsvFile bands;

        Writer(Path folder) {
            passages = new CsvFile(
                    folder.resolve(PASSAGES),
                    "direction",
                    "vehicle",
                    "entered_seconds",
                    "left_seconds",
                    "travel_seconds",
                    "stops");
            trajectories =
                    new CsvFile(folder.resolve(TRAJECTORIES), "direction", "vehicle", "seconds", "meters", "speed_mps");
            greens = new CsvFile(
                    folder.resolve(GREENS), "direction", "signal", "meters", "begin_seconds", "end_seconds");
            bands = new CsvFile(
                    folder.resolve(BANDS),
                    "direction",
                    "begin_seconds",
                    "end_seconds",
                    "free_flow_seconds",
                    "length_meters");
        }

        void trajectory(String direction, RoadPosition position, double meters) {
            trajectories.row(
                    direction, position.vehicle(), position.seconds(), meters, position.speedMetersPerSecond());
        }

        void passage(String direction, Passage passage) {
            passages.row(
                    direction,
                    passage.vehicle(),
                    passage.entered(),
                    passage.left(),
                    passage.left() - passage.entered(),
                    passage.stops());
        }

        void greens(String direction, CorridorGreens shown, Way way) {
            shown.byPlace()
                    .forEach((place, spans) -> spans.forEach(
                            green -> greens.row(direction, place.light(), place.meters(), green.begin(), green.end())));
            shown.bands()
                    .forEach(band ->
                            bands.row(direction, band.begin(), band.end(), way.freeFlowSeconds(), way.lengthMeters()));
        }

        @Override
        public void close() {
            passages.close();
            trajectories.close();
            greens.close();
            bands.close();
        }
    }
}

package io.clearway.cli.report.records;

import io.clearway.cli.report.TimeSpacePlot;
import io.clearway.metric.CorridorMeasures;
import io.clearway.metric.TravelReport;
import io.clearway.report.Report;
import io.clearway.report.Report.Drawing;
import io.clearway.report.Report.Section;
import io.clearway.report.Report.Table;
import io.clearway.report.comparison.CorridorComparison;
import io.clearway.training.EpisodeResult;
import io.clearway.training.TravelMeans;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Travel along a corridor by controller: tables, differences paired by seed, time-space diagrams, and CSV. */
public final class CorridorReport {
    /** Of {@link #rows}. */
    public static final List<String> HEADINGS = List.of(
            "controller", "direction", "veh", "mean s", "50 %", "85 %", "95 %", "s/km", "TTI", "BI", "PTI", "stops");

    private static final String DEFINITIONS = "Vehicles that drove the whole corridor, from the stop line before its"
            + " first road to the stop line of its last. Means are over all vehicles of all seeds, percentiles means over"
            + " the seeds. TTI: travel time index, mean over free flow at the speed limit; BI: buffer index, 95th"
            + " percentile less mean, over mean; PTI: planning time index, 95th percentile over free flow (FHWA 2006).";
    private static final String DIAGRAM = "Lines are vehicles that drove the whole corridor, bars are greens of its"
            + " signals, shaded bands what a vehicle at the speed limit would pass without a red. The first seed.";

    private static final double PERCENT = 100;

    private CorridorReport() {}

    /**
     * The report.
     *
     * @param folders what was recorded of an episode
     */
    public static Report of(String scenario, List<EpisodeResult> results, Function<EpisodeResult, Path> folders) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                "Travel times", List.of(DEFINITIONS), List.of(), List.of(new Table(HEADINGS, rows(results)))));
        sections.addAll(comparisons(results));
        byController(results).forEach((controller, episodes) -> {
            EpisodeResult first = episodes.get(0);
            Path folder = folders.apply(first);
            for (CorridorMeasures measures : first.details().travel().corridors()) {
                List<Drawing> drawings = TimeSpacePlot.of(folder, measures.direction());
                sections.add(Section.of(
                        "%s, %s, seed %d".formatted(measures.direction(), controller, first.seed()),
                        List.of(DIAGRAM, band(measures)),
                        drawings,
                        List.of()));
            }
        });
        return new Report("Corridor %s of %s".formatted(name(results), scenario), sections);
    }

    private static String band(CorridorMeasures measures) {
        return "%.0f m, %.0f s at the speed limit; a vehicle may set out into a through band %s of the time."
                .formatted(
                        measures.way().lengthMeters(),
                        measures.way().freeFlowSeconds(),
                        Double.isFinite(measures.throughBandShare())
                                ? String.format(Locale.ROOT, "%.0f %%", PERCENT * measures.throughBandShare())
                                : "an unknown share");
    }

    private static String name(List<EpisodeResult> results) {
        return results.stream()
                .flatMap(result -> result.details().travel().corridors().stream())
                .map(CorridorMeasures::corridor)
                .findFirst()
                .orElse("");
    }

    private static List<Section> comparisons(List<EpisodeResult> results) {
        List<String> controllers = List.copyOf(byController(results).keySet());
        List<Section> sections = new ArrayList<>();
        for (String after : controllers.subList(Math.min(1, controllers.size()), controllers.size())) {
            List<List<String>> rows = CorridorComparison.of(results, controllers.get(0), after).stream()
                    .map(measure -> List.of(
                            measure.subject(),
                            measure.measure(),
                            measure.unit(),
                            measure.before().meanText(),
                            measure.after().meanText(),
                            measure.change().difference().signedText(),
                            measure.change().word()))
                    .toList();
            sections.add(Section.of(
                    "%s, then %s".formatted(controllers.get(0), after),
                    List.of("Means over the seeds; changes are paired by seed, with 95 % intervals (Student's t)."),
                    List.of(),
                    List.of(new Table(
                            List.of("of", "measure", "unit", controllers.get(0), after, "change", "judgment"), rows))));
        }
        return sections;
    }

    private static Map<String, List<EpisodeResult>> byController(List<EpisodeResult> results) {
        return results.stream()
                .collect(Collectors.groupingBy(EpisodeResult::controller, LinkedHashMap::new, Collectors.toList()));
    }

    /** A row for each controller and direction, all of its seeds together. */
    public static List<List<String>> rows(List<EpisodeResult> results) {
        List<List<String>> rows = new ArrayList<>();
        byController(results).forEach((controller, episodes) -> {
            List<TravelReport> reports =
                    episodes.stream().map(episode -> episode.details().travel()).toList();
            TravelMeans.of(reports).corridors().forEach(measures -> rows.add(row(controller, measures)));
        });
        return rows;
    }

    private static List<String> row(String controller, CorridorMeasures measures) {
        return Stream.concat(
                        Stream.of(
                                controller,
                                measures.direction(),
                                String.valueOf(measures.counts().passed())),
                        Stream.of(
                                number(1, measures.times().mean()),
                                number(1, measures.times().median()),
                                number(1, measures.times().percentile85()),
                                number(1, measures.times().percentile95()),
                                number(1, measures.secondsPerKilometer()),
                                number(2, measures.travelTimeIndex()),
                                number(2, measures.bufferIndex()),
                                number(2, measures.planningTimeIndex()),
                                number(2, measures.stopsPerVehicle())))
                .toList();
    }

    private static String number(int digits, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : "–";
    }

    /** A row for each controller, seed and direction; numbers with all their digits, empty where nobody passed. */
    public static String csv(List<EpisodeResult> results) {
        StringBuilder rows = new StringBuilder("controller,seed,corridor,direction,length_meters,free_flow_seconds,"
                + "vehicles,underway,mean_seconds,median_seconds,percentile85_seconds,percentile95_seconds,"
                + "seconds_per_kilometer,travel_time_index,buffer_index,planning_time_index,stops,"
                + "through_band_share\n");
        for (EpisodeResult result : results) {
            for (CorridorMeasures measures : result.details().travel().corridors()) {
                rows.append(Stream.of(
                                        result.controller(),
                                        result.seed(),
                                        measures.corridor(),
                                        measures.direction(),
                                        measures.way().lengthMeters(),
                                        measures.way().freeFlowSeconds(),
                                        measures.counts().passed(),
                                        measures.counts().underway(),
                                        measures.times().mean(),
                                        measures.times().median(),
                                        measures.times().percentile85(),
                                        measures.times().percentile95(),
                                        measures.secondsPerKilometer(),
                                        measures.travelTimeIndex(),
                                        measures.bufferIndex(),
                                        measures.planningTimeIndex(),
                                        measures.stopsPerVehicle(),
                                        measures.throughBandShare())
                                .map(CorridorReport::cell)
                                .collect(Collectors.joining(",")))
                        .append('\n');
            }
        }
        return rows.toString();
    }

    private static String cell(Object value) {
        return value instanceof Double number && !Double.isFinite(number)
                ? ""
                : String.valueOf(value).replace(',', ';');
    }
}

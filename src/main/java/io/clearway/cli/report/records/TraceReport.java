package io.clearway.cli.report.records;

import io.clearway.cli.report.TracePlot;
import io.clearway.report.Report;
import io.clearway.report.Report.Drawing;
import io.clearway.report.Report.Section;
import io.clearway.training.EpisodeResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What vehicles or a network did over time, drawn from the traces of evaluated episodes: of a network all controllers
 * in a drawing for each quantity, of vehicles a drawing for each controller and quantity.
 */
public final class TraceReport {
    private static final String VEHICLES = "The first, a middle and the last vehicle on the first seed.";
    private static final String NETWORK =
            "A line is the mean over the seeds of each minute, its band one standard deviation to either side.";

    private TraceReport() {}

    /**
     * The report.
     *
     * @param files the traces of an episode
     */
    public static Report of(String scenario, List<EpisodeResult> results, Function<EpisodeResult, Path> files) {
        Map<String, List<EpisodeResult>> byController = results.stream()
                .collect(Collectors.groupingBy(EpisodeResult::controller, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<TraceSeries>> traces = new LinkedHashMap<>();
        byController.forEach((controller, episodes) -> traces.put(
                controller, episodes.stream().map(files).map(TraceSeries::read).toList()));
        boolean network = traces.values().stream()
                .flatMap(List::stream)
                .allMatch(trace -> trace.agents().size() == 1);
        return new Report("Traces of " + scenario, network ? List.of(network(traces)) : vehicles(byController, traces));
    }

    private static Section network(Map<String, List<TraceSeries>> traces) {
        List<Drawing> drawings = new ArrayList<>();
        List<String> quantities = traces.values().stream()
                .flatMap(List::stream)
                .findFirst()
                .map(TraceSeries::quantities)
                .orElse(List.of());
        for (String quantity : quantities) {
            TracePlot plot = new TracePlot(quantity);
            traces.forEach((controller, episodes) -> plot.spread(
                    controller,
                    episodes.stream()
                            .map(episode -> episode.byMinute(episode.agents().get(0), quantity))
                            .toList()));
            drawings.add(new Drawing(quantity, quantity, plot.render()));
        }
        return Section.of("Network", List.of(NETWORK), drawings, List.of());
    }

    private static List<Section> vehicles(
            Map<String, List<EpisodeResult>> results, Map<String, List<TraceSeries>> traces) {
        List<Section> sections = new ArrayList<>();
        traces.forEach((controller, episodes) -> {
            TraceSeries first = episodes.get(0);
            List<Drawing> drawings = new ArrayList<>();
            for (String quantity : first.quantities()) {
                TracePlot plot = new TracePlot(quantity);
                shown(first.agents()).forEach(agent -> plot.line(agent, first.of(agent, quantity)));
                drawings.add(new Drawing(quantity, quantity, plot.render()));
            }
            long seed = results.getOrDefault(controller, List.of()).get(0).seed();
            sections.add(Section.of("%s, seed %d".formatted(controller, seed), List.of(VEHICLES), drawings, List.of()));
        });
        return sections;
    }

    /** Of eight vehicles the first, fifth and eighth, as in Ma et al. 2024, figures 4a and 4b. */
    private static List<String> shown(List<String> agents) {
        return List.of(agents.get(0), agents.get(agents.size() / 2), agents.get(agents.size() - 1));
    }
}

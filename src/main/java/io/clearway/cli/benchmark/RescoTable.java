package io.clearway.cli.benchmark;

import io.clearway.cli.benchmark.RescoBenchmark.MapResult;
import io.clearway.cli.benchmark.RescoFigures.Published;
import io.clearway.cli.terminal.TerminalColors;
import io.clearway.cli.terminal.TextTable;
import io.clearway.training.ConfidenceInterval;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results of {@link RescoBenchmark} as a table for a terminal: all of a map, best first, ours and published. */
final class RescoTable {
    private RescoTable() {}

    static String of(List<MapResult> results, boolean color) {
        TextTable table =
                new TextTable(List.of("map", "controller", "delay (s)", "best episode", "from"), color, List.of());
        for (MapResult result : results) {
            String best = result.delays().entrySet().stream()
                    .min(Comparator.comparingDouble(entry -> entry.getValue().mean()))
                    .map(Map.Entry::getKey)
                    .orElse("");
            result.delays().entrySet().stream()
                    .sorted(Comparator.comparingDouble(entry -> entry.getValue().mean()))
                    .forEach(entry -> table.row(
                            List.of(result.map(), entry.getKey(), text(entry.getValue()), "", "this run"),
                            column -> entry.getKey().equals(best) ? TerminalColors.GOOD : TerminalColors.PLAIN));
            result.published()
                    .forEach(published -> table.row(row(result.map(), published), column -> TerminalColors.FAINT));
        }
        return table.render();
    }

    private static List<String> row(String map, Published published) {
        String bestEpisode = published.bestEpisode().isPresent()
                ? number(published.bestEpisode().getAsDouble())
                : "";
        return List.of(map, published.controller(), number(published.delaySeconds()), bestEpisode, "published");
    }

    private static String text(ConfidenceInterval interval) {
        return interval.count() == 1
                ? number(interval.mean())
                : number(interval.mean()) + " ± " + number(interval.halfWidth());
    }

    private static String number(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }
}

package io.clearway.cli.report;

import io.clearway.algorithm.Checkpoint.Origin;
import io.clearway.cli.report.ReportedRun.Episode;
import io.clearway.training.EpisodeResult;
import io.clearway.training.SelectionSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs as reports show them. */
public final class ReportedRuns {
    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9_./:=@%+-]+");

    private ReportedRuns() {}

    /**
     * What was requested of a run beside its settings.
     *
     * @param decisions to train for
     * @param selection how the final policy was to be chosen; empty where that is not known
     */
    public record Requested(int decisions, Optional<SelectionSettings> selection) {}

    /**
     * Any run.
     *
     * @param name what to call it
     * @param requested how long it was to be, and how its policy was to be chosen
     * @param provenance further facts for repeating it
     */
    public static ReportedRun of(
            String name,
            Origin origin,
            Requested requested,
            List<Episode> episodes,
            List<EpisodeResult> results,
            Map<String, String> provenance) {
        Map<String, String> all = new LinkedHashMap<>(provenance);
        all.put("scenario", origin.scenario());
        all.put("algorithm", origin.algorithm());
        all.put("seed", String.valueOf(origin.seed()));
        all.put("decisions", String.valueOf(requested.decisions()));
        requested.selection().ifPresent(selection -> {
            all.put("validation seeds", String.valueOf(selection.validationSeeds()));
            all.put("candidates", String.valueOf(selection.candidates()));
        });
        all.put("scenario settings", text(origin.scenarioSettings()));
        all.put("algorithm settings", text(origin.algorithmSettings()));
        results.stream().findFirst().ifPresent(result -> {
            all.put("evaluated with", result.simulator());
            all.put("evaluated scenario hash", result.scenarioHash());
        });
        all.put("Clearway's Java", System.getProperty("java.version", "unknown"));
        String command = command(origin, requested);
        return new ReportedRun(name, origin.scenario(), origin.algorithm(), episodes, results, all, command);
    }

    public static String label(Origin origin) {
        return "%s, seed %d".formatted(origin.algorithm(), origin.seed());
    }

    /** Every setting is named, so that the command stays valid under later defaults. */
    private static String command(Origin origin, Requested requested) {
        String folder = "repeated-%s-%s-%d".formatted(origin.algorithm(), origin.scenario(), origin.seed());
        return "./clearway train --scenario %s --algorithm %s --seed %d --decisions %d%s --out %s%s%s"
                .formatted(
                        quoted(origin.scenario()),
                        quoted(origin.algorithm()),
                        origin.seed(),
                        requested.decisions(),
                        requested
                                .selection()
                                .map(selection -> " --validation-seeds %d --candidates %d"
                                        .formatted(selection.validationSeeds(), selection.candidates()))
                                .orElse(""),
                        quoted(folder),
                        options("--scenario-set", origin.scenarioSettings()),
                        options("--set", origin.algorithmSettings()));
    }

    private static String options(String option, Map<String, Object> settings) {
        return new TreeMap<>(settings)
                .entrySet().stream()
                        .map(entry ->
                                " %s %s".formatted(option, quoted(entry.getKey() + "=" + asOption(entry.getValue()))))
                        .collect(Collectors.joining());
    }

    /** As one word of a POSIX shell, whatever is in it. */
    private static String quoted(String word) {
        return PLAIN_WORD.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** A text with a comma would be read as a list, were it not quoted. */
    private static String asOption(Object value) {
        return value instanceof String text && text.contains(",") ? "\"" + text + "\"" : given(value);
    }

    private static String given(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"))
                : String.valueOf(value);
    }

    private static String text(Map<String, Object> settings) {
        return settings.isEmpty()
                ? "defaults"
                : new TreeMap<>(settings)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + given(entry.getValue()))
                                .collect(Collectors.joining(", "));
    }
}

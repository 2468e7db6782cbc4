package io.clearway.report.comparison;

import io.clearway.setting.InvalidSetting;
import io.clearway.training.ConfidenceInterval;
import io.clearway.training.EpisodeResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Two controllers on the same seeds.
 *
 * @param before name of the one that is to be replaced
 * @param after name of the one that is to replace it
 * @param pairs one per seed that both played, at least one
 */
record PairedEpisodes(String before, String after, List<Pair> pairs) {
    PairedEpisodes {
        pairs = List.copyOf(pairs);
    }

    /** Two episodes of one seed. */
    record Pair(EpisodeResult before, EpisodeResult after) {}

    /**
     * The pairs in some results.
     *
     * @throws InvalidSetting when a controller has no results, or both have no seed in common
     */
    static PairedEpisodes of(List<EpisodeResult> results, String before, String after) {
        if (before.equals(after)) {
            throw new InvalidSetting("after", after, "name another controller than before");
        }
        Map<Long, EpisodeResult> first = bySeed("before", results, before);
        Map<Long, EpisodeResult> second = bySeed("after", results, after);
        List<Pair> pairs = new ArrayList<>();
        first.forEach((seed, result) -> {
            EpisodeResult other = second.get(seed);
            if (other != null) {
                pairs.add(new Pair(result, other));
            }
        });
        if (pairs.isEmpty()) {
            throw new InvalidSetting(
                    "after", after, "it and %s have no seed in common; evaluate both on the same".formatted(before));
        }
        return new PairedEpisodes(before, after, pairs);
    }

    private static Map<Long, EpisodeResult> bySeed(String field, List<EpisodeResult> results, String controller) {
        Map<Long, EpisodeResult> found = new LinkedHashMap<>();
        results.stream()
                .filter(result -> result.controller().equals(controller))
                .forEach(result -> found.put(result.seed(), result));
        if (found.isEmpty()) {
            throw new InvalidSetting(
                    field,
                    controller,
                    "give one that was evaluated: "
                            + results.stream()
                                    .map(EpisodeResult::controller)
                                    .distinct()
                                    .collect(Collectors.joining(", ")));
        }
        return found;
    }

    List<Long> seeds() {
        return pairs.stream().map(pair -> pair.before().seed()).toList();
    }

    /** Mean and interval of a figure before. */
    ConfidenceInterval before(ToDoubleFunction<EpisodeResult> figure) {
        return ConfidenceInterval.of(
                pairs.stream().map(pair -> figure.applyAsDouble(pair.before())).toList());
    }

    /** Mean and interval of a figure after. */
    ConfidenceInterval after(ToDoubleFunction<EpisodeResult> figure) {
        return ConfidenceInterval.of(
                pairs.stream().map(pair -> figure.applyAsDouble(pair.after())).toList());
    }

    /** Interval of the paired differences after − before. */
    ConfidenceInterval difference(ToDoubleFunction<EpisodeResult> figure) {
        return ConfidenceInterval.of(pairs.stream()
                .map(pair -> figure.applyAsDouble(pair.after()) - figure.applyAsDouble(pair.before()))
                .toList());
    }
}

package io.clearway.training;

import io.clearway.metric.Metric;
import io.clearway.metric.MetricLabel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an evaluation says of one controller beside another, by the difference in the figure that decides, paired by
 * seed.
 *
 * @param controller whose comparison it is
 * @param rival the other one
 * @param metric what decided: the weightiest figure that all episodes measured
 * @param judgment the comparison itself
 * @param difference controller − rival, in the unit of the metric
 * @param rivalMean mean of the rival on the same seeds
 */
public record Comparison(
        String controller,
        String rival,
        Metric metric,
        Judgment judgment,
        ConfidenceInterval difference,
        double rivalMean) {
    private static final int PERCENT = 100;
    private static final double DECIMALS_BELOW = 10;

    /** How a controller does beside another. */
    public enum Judgment {
        /** The 95 % interval of the difference lies on the controller's side of 0. */
        BETTER("better than"),
        /** It lies on the rival's side of 0. */
        WORSE("worse than"),
        /** It includes 0. */
        NOT_DISTINGUISHABLE("not distinguishable from"),
        /** Both measured the same on every seed, as a run does that kept the rule. */
        EQUAL("the same as"),
        /** There is a single seed, of which no interval can be known. */
        ONE_SEED("not yet to be judged against");

        private final String words;

        Judgment(String words) {
            this.words = words;
        }
    }

    /** A controller beside every other one in these results, in their order; none where nothing can decide. */
    public static List<Comparison> of(List<EpisodeResult> results, String controller) {
        return between(results, controller::equals, rival -> true);
    }

    /**
     * The comparisons that matter in results of rules and policies: each policy beside each rule; of rules alone, every
     * other one beside the best; of policies alone, each beside the first.
     *
     * @param isRule whether a controller is a rule
     */
    public static List<Comparison> ofAll(List<EpisodeResult> results, Predicate<String> isRule) {
        List<String> names =
                results.stream().map(EpisodeResult::controller).distinct().toList();
        List<String> rules = names.stream().filter(isRule).toList();
        if (rules.isEmpty()) {
            return between(results, name -> true, name -> name.equals(names.get(0)));
        }
        if (rules.size() < names.size()) {
            return between(results, isRule.negate(), isRule);
        }
        return best(results)
                .map(best -> between(results, name -> true, best::equals))
                .orElse(List.of());
    }

    /** As a sentence, without its period. */
    public String text() {
        String words = "%s is %s %s".formatted(controller, judgment.words, rival);
        return switch (judgment) {
            case EQUAL -> "%s on %s".formatted(words, seeds());
            case ONE_SEED -> "%s: %s on one seed, which gives no interval".formatted(words, figures());
            default -> "%s: %s, paired on %s, 95 %% interval".formatted(words, figures(), seeds());
        };
    }

    private String figures() {
        String unit = metric.unit().equals("1") ? "" : " " + metric.unit();
        return "%s %s%s%s".formatted(MetricLabel.of(metric), difference.signedText(), unit, share());
    }

    /** The difference in percent of the rival, where that has a meaning. */
    private String share() {
        return metric.unit().equals("1") || !(rivalMean > 0)
                ? ""
                : " (%s%s %%)"
                        .formatted(difference.mean() > 0 ? "+" : "", percent(PERCENT * difference.mean() / rivalMean));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, Math.abs(share) < DECIMALS_BELOW ? "%.1f" : "%.0f", share);
    }

    private String seeds() {
        return difference.count() == 1 ? "1 seed" : difference.count() + " seeds";
    }

    private static List<Comparison> between(
            List<EpisodeResult> results, Predicate<String> controllers, Predicate<String> rivals) {
        Optional<Criterion> criterion = results.isEmpty() ? Optional.empty() : Criterion.of(results);
        if (criterion.isEmpty()) {
            return List.of();
        }
        Map<String, Map<Long, Double>> scores = scores(results, criterion.get());
        List<Comparison> comparisons = new ArrayList<>();
        scores.keySet().stream()
                .filter(controllers)
                .forEach(controller -> scores.keySet().stream()
                        .filter(rivals.and(rival -> !rival.equals(controller)))
                        .forEach(rival -> comparison(criterion.get(), controller, rival, scores)
                                .ifPresent(comparisons::add)));
        return comparisons;
    }

    private static Optional<Comparison> comparison(
            Criterion criterion, String controller, String rival, Map<String, Map<Long, Double>> scores) {
        Map<Long, Double> others = scores.getOrDefault(rival, Map.of());
        List<Double> differences = new ArrayList<>();
        List<Double> paired = new ArrayList<>();
        scores.getOrDefault(controller, Map.of()).forEach((seed, own) -> {
            Double other = others.get(seed);
            if (other != null) {
                differences.add(own - other);
                paired.add(other);
            }
        });
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        ConfidenceInterval difference = ConfidenceInterval.of(differences);
        boolean equal = differences.stream().allMatch(one -> one == 0);
        return Optional.of(new Comparison(
                controller,
                rival,
                criterion.metric(),
                equal ? Judgment.EQUAL : judgment(criterion, difference),
                difference,
                ConfidenceInterval.of(paired).mean()));
    }

    private static Judgment judgment(Criterion criterion, ConfidenceInterval difference) {
        if (!difference.known()) {
            return Judgment.ONE_SEED;
        }
        if (criterion.favorsFirst(difference)) {
            return Judgment.BETTER;
        }
        return difference.belowZero() || difference.aboveZero() ? Judgment.WORSE : Judgment.NOT_DISTINGUISHABLE;
    }

    private static Optional<String> best(List<EpisodeResult> results) {
        return Criterion.of(results).flatMap(criterion -> {
            Map<String, Map<Long, Double>> scores = scores(results, criterion);
            return scores.keySet().stream()
                    .reduce((one, other) -> criterion.better(mean(scores, other), mean(scores, one)) ? other : one);
        });
    }

    private static double mean(Map<String, Map<Long, Double>> scores, String controller) {
        return ConfidenceInterval.of(scores.getOrDefault(controller, Map.of()).values())
                .mean();
    }

    private static Map<String, Map<Long, Double>> scores(List<EpisodeResult> results, Criterion criterion) {
        Map<String, Map<Long, Double>> scores = new LinkedHashMap<>();
        results.forEach(result -> scores.computeIfAbsent(result.controller(), name -> new LinkedHashMap<>())
                .put(result.seed(), Objects.requireNonNull(result.metrics().get(criterion.metric()))));
        return scores;
    }
}

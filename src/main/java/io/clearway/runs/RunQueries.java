package io.clearway.runs;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.clearway.metric.Metric;
import io.clearway.training.EpisodeReport;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads runs for people: lists with their newest metrics, and curves of few points. */
public interface RunQueries {
    /**
     * Runs that pass a filter, the newest first.
     *
     * @param offset number of runs to skip
     * @param limit maximum number of runs
     */
    Page page(Filter filter, int offset, int limit);

    /** A run and the number of its results, or {@link UnknownRun}. Cheap enough to be polled every second. */
    Snapshot snapshot(UUID run);

    /**
     * Training curves; neighboring episodes are aggregated so that few points remain.
     *
     * @param metrics which metrics; those that the run did not measure are left out
     * @param points maximum number of points of each
     */
    List<Curve> curves(UUID run, Collection<Metric> metrics, int points);

    /**
     * Which runs to read; an empty criterion is not applied.
     *
     * @param status their status
     * @param scenario name of their scenario
     * @param algorithm name of their algorithm
     * @param text part of their name, or beginning of their id
     */
    record Filter(
            Optional<RunStatus> status, Optional<String> scenario, Optional<String> algorithm, Optional<String> text) {}

    /**
     * Some of the runs that pass a filter.
     *
     * @param total how many pass it
     * @param byStatus how many would pass it for each status
     * @param scenarios names of the scenarios that any runs are of
     * @param algorithms names of the algorithms that any runs are of
     * @param entries those of this page
     */
    record Page(
            long total,
            Map<RunStatus, Long> byStatus,
            List<String> scenarios,
            List<String> algorithms,
            List<Entry> entries) {}

    /** A run and the metrics of the newest episode that its learner played itself; empty before the first. */
    record Entry(Run run, Map<Metric, Double> latestMetrics) {}

    /**
     * A run and the number of its training episodes, held-out episodes and checkpoints, and the demonstrations in it.
     */
    record Snapshot(Run run, int episodes, int evaluations, int checkpoints, Taken demonstrations) {}

    /**
     * What a rule played for the learner to start from.
     *
     * @param episodes among the training episodes
     * @param decisions among the decisions of the run
     */
    record Taken(int episodes, int decisions) {}

    /** One metric over a run. */
    record Curve(Metric metric, List<CurvePoint> points) {}

    /**
     * Neighboring episodes, aggregated; those of a rule and those of the learner never in one point.
     *
     * @param episode last of them
     * @param decisions joint decisions of the run up to its end
     * @param mean mean of the metric over them
     * @param minimum smallest value among them
     * @param maximum largest value among them
     * @param controller who played them: {@code learner}, or the rule of a warm start
     */
    record CurvePoint(int episode, int decisions, double mean, double minimum, double maximum, String controller) {
        /** Whether a rule played them to warm-start the learner. */
        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        public boolean warmStart() {
            return !controller.equals(EpisodeReport.LEARNER);
        }
    }
}

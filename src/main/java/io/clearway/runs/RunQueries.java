package io.clearway.runs;

import io.clearway.metric.Metric;
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

    /** A run and the metrics of its newest training episode. */
    record Entry(Run run, Map<Metric, Double> latestMetrics) {}

    /** A run and the number of its training episodes, held-out episodes and checkpoints. */
    record Snapshot(Run run, int episodes, int evaluations, int checkpoints) {}

    /** One metric over a run. */
    record Curve(Metric metric, List<CurvePoint> points) {}

    /**
     * Neighboring episodes, aggregated.
     *
     * @param episode last of them
     * @param decisions joint decisions of the run up to its end
     * @param mean mean of the metric over them
     * @param minimum smallest value among them
     * @param maximum largest value among them
     * @param warmStart whether a rule played one of them to warm-start the learner
     */
    record CurvePoint(int episode, int decisions, double mean, double minimum, double maximum, boolean warmStart) {}
}

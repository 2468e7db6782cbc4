package io.clearway.runs;

import io.clearway.metric.Metric;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Runs as people look at them: by the page, with their newest figures, and as curves of few points. */
public interface RunQueries {
    /**
     * Runs that pass a filter, the newest first.
     *
     * @param offset how many to pass over
     * @param limit how many to give at most
     */
    Page page(Filter filter, int offset, int limit);

    /** What a run has come to; {@link UnknownRun} when there is none. Cheap enough to be asked every second. */
    Pulse pulse(UUID run);

    /**
     * Training curves, episodes next to each other put together so that few points remain.
     *
     * @param metrics which ones; those that the run did not measure are left out
     * @param points at most so many points of each
     */
    List<Curve> curves(UUID run, Collection<Metric> metrics, int points);

    /**
     * Which runs are wanted; what is empty does not matter.
     *
     * @param status where they stand
     * @param scenario name of their scenario
     * @param algorithm name of their algorithm
     * @param words part of their name, or beginning of their id
     */
    record Filter(
            Optional<RunStatus> status,
            Optional<String> scenario,
            Optional<String> algorithm,
            Optional<String> words) {}

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

    /** A run and the figures of its newest training episode. */
    record Entry(Run run, Map<Metric, Double> newest) {}

    /** A run and how much of it there is to see. */
    record Pulse(Run run, int episodes, int evaluations, int checkpoints) {}

    /** One figure over a run. */
    record Curve(Metric metric, List<CurvePoint> points) {}

    /**
     * Episodes next to each other.
     *
     * @param episode last of them
     * @param decisions joint decisions of the run up to its end
     * @param mean mean of the figure over them
     * @param least smallest value among them
     * @param most largest value among them
     * @param taught whether a rule played one of them in the warm start
     */
    record CurvePoint(int episode, int decisions, double mean, double least, double most, boolean taught) {}
}

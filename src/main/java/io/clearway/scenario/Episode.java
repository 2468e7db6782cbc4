package io.clearway.scenario;

import io.clearway.metric.Metric;
import io.clearway.metric.TravelReport;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import java.util.List;
import java.util.Map;

/**
 * One episode of a scenario, with its resources. An {@link EpisodicEnvironment} counts its decisions, passes only legal
 * actions, and closes it.
 */
public interface Episode extends AutoCloseable {
    /** The first observation; called once. */
    JointObservation begin();

    /**
     * Carries out a joint action until the next decision.
     *
     * @param decision number of decisions before this one
     */
    Outcome step(JointAction action, int decision);

    /** Whether actions change anything; if not, they need not be legal. */
    default boolean usesActions() {
        return true;
    }

    /** Measurements up to now. */
    Map<Metric, Double> measurements();

    /** Ends it: its complete measurements, with what the simulator recorded. */
    Map<Metric, Double> finish();

    /** Queue over time, see {@link MeasuredEnvironment#queueByMinute}. */
    default List<Double> queueByMinute() {
        return List.of();
    }

    /** Measures of the ended episode in detail, see {@link MeasuredEnvironment#travel}. */
    default TravelReport travel() {
        return TravelReport.NONE;
    }

    /** What it did over its time, see {@link MeasuredEnvironment#series}. */
    default List<SeriesOverTime> series() {
        return List.of();
    }

    /** Frees what it owns; called once. */
    @Override
    default void close() {}

    /**
     * What follows an action.
     *
     * @param terminated whether the process ended
     */
    record Outcome(JointObservation observation, JointReward reward, boolean terminated) {}
}

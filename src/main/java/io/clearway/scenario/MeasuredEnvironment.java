package io.clearway.scenario;

import io.clearway.metric.Metric;
import io.clearway.metric.TravelReport;
import io.clearway.network.Environment;
import java.util.List;
import java.util.Map;

/** An environment that also measures the traffic. */
public interface MeasuredEnvironment extends Environment {
    /** Measurements of the present episode up to now. */
    Map<Metric, Double> measurements();

    /**
     * Queue of the present or, after its end, the last episode over time: the mean of each minute of simulated time, of
     * what {@link Metric#MEAN_QUEUE} is the mean of. Empty where there are no queues.
     */
    default List<Double> queueByMinute() {
        return List.of();
    }

    /** Measures of the last ended episode by mode of travel and by signal; none where nothing is recorded of trips. */
    default TravelReport travel() {
        return TravelReport.NONE;
    }

    /**
     * What the present or, after its end, the last episode did over its time, beside its queue; each has a name of its
     * own. Empty where the scenario has nothing of that kind.
     */
    default List<SeriesOverTime> series() {
        return List.of();
    }

    /** Ends the present episode; its complete measurements, trips included. */
    Map<Metric, Double> finish();

    /** Name and version of the simulator, or {@code none}. */
    String simulator();
}

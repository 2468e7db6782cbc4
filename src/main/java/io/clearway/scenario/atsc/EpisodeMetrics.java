package io.clearway.scenario.atsc;

import io.clearway.metric.Metric;
import io.clearway.scenario.MinuteMeans;
import io.clearway.scenario.atsc.definition.DetectorSpec;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.sensing.SignalSensors;
import io.clearway.simulation.Readings;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficCounts;
import io.clearway.simulation.TripStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up the measurements of one episode. Queue and delay are means over the moments sampled: every simulated second,
 * or the decisions where only these are recorded. Then the delay excludes vehicles inside junctions.
 */
final class EpisodeMetrics {
    private final SignalSensors sensors;
    private final int links;
    private final int waitingLanes;
    private final double beginSeconds;
    private final MinuteMeans queueByMinute = new MinuteMeans();
    private double queueSum;
    private double delaySum;
    private int samples;
    private double paperSum;
    private double learnerSum;
    private int decisions;
    private int departed;
    private int arrived;
    private int teleported;
    private int collided;
    private int running;
    private int waitingToEnter;

    /**
     * @param watch what the readings hold
     * @param beginSeconds simulated time at which the episode begins
     */
    EpisodeMetrics(SignalSensors sensors, SubscriptionSpec watch, double beginSeconds) {
        this.sensors = sensors;
        this.links = sensors.signals().stream()
                .mapToInt(signal -> signal.links().size())
                .sum();
        this.waitingLanes = watch.waitingLanes().size();
        this.beginSeconds = beginSeconds;
    }

    /** Adds the counts of every response of the simulation, which cover the time since the previous response. */
    void count(TrafficCounts counts) {
        departed += counts.departed();
        arrived += counts.arrived();
        teleported += counts.teleported();
        collided += counts.collided();
        running = counts.running();
        waitingToEnter = counts.waitingToEnter();
    }

    /** Samples queue and delay at one moment. */
    void sample(Readings readings) {
        int halting = 0;
        for (int agent = 0; agent < sensors.signals().size(); agent++) {
            for (ControlledSignal.Link link : sensors.signals().get(agent).links()) {
                halting += sensors.halting(agent, link.from(), DetectorSpec.Stretch.LANE_AND_UPSTREAM, readings);
            }
        }
        double waiting = 0;
        for (int lane = 0; lane < waitingLanes; lane++) {
            waiting += readings.waitingSeconds(lane);
        }
        queueSum += (double) halting / links;
        queueByMinute.add(readings.seconds() - beginSeconds, (double) halting / links);
        delaySum += waiting / Math.max(1, readings.counts().running());
        samples++;
    }

    /** Adds the scores of a decision: Σ_i r_i as in the paper, undivided, and as rewarded to the learner. */
    void decide(double paper, double learner) {
        paperSum += paper;
        learnerSum += learner;
        decisions++;
    }

    List<Double> queueByMinute() {
        return queueByMinute.values();
    }

    /** What is known while the episode runs. */
    Map<Metric, Double> soFar() {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.PAPER_REWARD, paperSum / Math.max(1, decisions));
        values.put(Metric.MEAN_QUEUE, queueSum / Math.max(1, samples));
        values.put(Metric.MEAN_DELAY, delaySum / Math.max(1, samples));
        values.put(Metric.LEARNER_RETURN, learnerSum);
        values.put(Metric.DECISIONS, (double) decisions);
        values.put(Metric.LOADED, (double) departed + waitingToEnter);
        values.put(Metric.ARRIVED, (double) arrived);
        values.put(Metric.RUNNING, (double) running);
        values.put(Metric.WAITING_TO_ENTER, (double) waitingToEnter);
        values.put(Metric.TELEPORTS, (double) teleported);
        values.put(Metric.COLLISIONS, (double) collided);
        return values;
    }

    /** All measurements, with what the simulator itself recorded. */
    Map<Metric, Double> complete(TripStatistics trips) {
        Map<Metric, Double> values = soFar();
        TripStatistics.VehicleTotals vehicles = trips.vehicles();
        values.put(Metric.LOADED, (double) vehicles.loaded());
        values.put(Metric.ARRIVED, (double) vehicles.arrived());
        values.put(Metric.RUNNING, (double) vehicles.running());
        values.put(Metric.WAITING_TO_ENTER, (double) vehicles.waitingToEnter());
        values.put(Metric.TELEPORTS, (double) vehicles.teleports());
        values.put(Metric.COLLISIONS, (double) vehicles.collisions());
        values.put(Metric.MEAN_TRIP, trips.meanTripSeconds());
        values.put(Metric.MEAN_SPEED, trips.meanSpeedMetersPerSecond());
        values.put(Metric.TIME_IN_SYSTEM, trips.timeInSystemVehicleHours());
        return values;
    }
}

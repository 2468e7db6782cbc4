package io.clearway.scenario.atsc;

import io.clearway.metric.Metric;
import io.clearway.metric.TripMeasures;
import io.clearway.scenario.MinuteMeans;
import io.clearway.scenario.atsc.EpisodeObserver.Queues;
import io.clearway.scenario.atsc.definition.DetectorSpec;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.sensing.SignalSensors;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficCounts;
import io.clearway.simulation.TripStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up the measurements of one episode. Queues and waiting times are means over the moments sampled: every simulated
 * second, or the decisions where only these are recorded. Then waiting times exclude vehicles inside junctions.
 */
final class EpisodeMetrics {
    /** A car of 5 m and its gap of 2.5 m, SUMO's defaults. */
    private static final double METERS_PER_QUEUED_VEHICLE = 7.5;

    private final SignalSensors sensors;
    private final int links;
    private final int lanes;
    private final int waitingLanes;
    private final double beginSeconds;
    private final MinuteMeans queueByMinute = new MinuteMeans();
    private double queueSum;
    private double waitingSum;
    private double systemWaitingSum;
    private int maxQueue;
    private long filled;
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
        this.lanes = sensors.signals().stream()
                .mapToInt(signal -> signal.incoming().size())
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

    /** Samples queues and waiting times at one moment. */
    Queues sample(Readings readings) {
        int halting = 0;
        for (int agent = 0; agent < sensors.signals().size(); agent++) {
            for (ControlledSignal.Link link : sensors.signals().get(agent).links()) {
                int queue = sensors.halting(agent, link.from(), DetectorSpec.Stretch.LANE_AND_UPSTREAM, readings);
                halting += queue;
                maxQueue = Math.max(maxQueue, queue);
            }
            filled += filledLanes(agent, readings);
        }
        double waiting = 0;
        for (int lane = 0; lane < waitingLanes; lane++) {
            waiting += readings.waitingSeconds(lane);
        }
        queueSum += (double) halting / links;
        queueByMinute.add(readings.seconds() - beginSeconds, (double) halting / links);
        waitingSum += waiting / Math.max(1, readings.counts().running());
        systemWaitingSum += waiting;
        samples++;
        return new Queues(
                (double) halting / links,
                waiting / Math.max(1, readings.counts().running()));
    }

    /** Lanes before the stop lines whose queue fills them. */
    private int filledLanes(int agent, Readings readings) {
        List<RoadNetwork.Lane> incoming = sensors.signals().get(agent).incoming();
        int full = 0;
        for (int lane = 0; lane < incoming.size(); lane++) {
            int halting = sensors.halting(agent, lane, DetectorSpec.Stretch.LANE, readings);
            full += halting * METERS_PER_QUEUED_VEHICLE
                            >= Math.max(
                                    METERS_PER_QUEUED_VEHICLE,
                                    incoming.get(lane).lengthMeters() - METERS_PER_QUEUED_VEHICLE)
                    ? 1
                    : 0;
        }
        return full;
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
        values.put(Metric.MEAN_WAITING, waitingSum / Math.max(1, samples));
        values.put(Metric.SYSTEM_WAITING, systemWaitingSum / Math.max(1, samples));
        values.put(Metric.MAX_QUEUE, (double) maxQueue);
        values.put(Metric.SPILLBACK, (double) filled / Math.max(1, (long) samples * lanes));
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
        if (trips.travel().vehicles().counts().due() > 0) {
            putTrips(values, trips.travel().vehicles());
        }
        return values;
    }

    private static void putTrips(Map<Metric, Double> values, TripMeasures trips) {
        values.put(Metric.DELAY, trips.times().delaySeconds());
        values.put(Metric.TIME_LOSS, trips.times().timeLossSeconds());
        values.put(Metric.TRAVEL_TIME, trips.times().travelSeconds());
        values.put(Metric.STOPPED, trips.times().waitingSeconds());
        values.put(Metric.STOPS, trips.times().stops());
        values.put(Metric.DELAY_MEDIAN, trips.delay().median());
        values.put(Metric.DELAY_PERCENTILE_85, trips.delay().percentile85());
        values.put(Metric.DELAY_PERCENTILE_95, trips.delay().percentile95());
        if (trips.emissions().recorded()) {
            values.put(Metric.FUEL, trips.emissions().fuelKilograms());
            values.put(Metric.CARBON_DIOXIDE, trips.emissions().carbonDioxideKilograms());
        }
    }
}

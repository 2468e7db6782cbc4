package io.clearway.telemetry;

import io.clearway.simulation.Commands;
import io.clearway.simulation.DriverChecks;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficCounts;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TripStatistics;
import io.clearway.simulation.VehiclePosition;
import io.clearway.simulation.passages.PassageObserver;
import io.clearway.simulation.passages.WatchedPlaces;
import io.clearway.simulation.trips.SimulationRecords;
import io.clearway.simulation.trips.VehicleLoss;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** A simulation that is counted as open until it ends, and whose exchanges are timed. */
final class MeteredSimulation implements TrafficSimulation {
    private final TrafficSimulation within;
    private final CouplingMeters meters;
    private final double stepSeconds;
    private final AtomicBoolean over = new AtomicBoolean();
    private double seconds;

    /** @param seconds simulated time now; NaN when it is not known before the first reading */
    MeteredSimulation(TrafficSimulation within, CouplingMeters meters, double seconds, double stepSeconds) {
        this.within = within;
        this.meters = meters;
        this.seconds = seconds;
        this.stepSeconds = stepSeconds;
        meters.opened();
    }

    @Override
    public String version() {
        return within.version();
    }

    @Override
    public List<RoadNetwork.TrafficLight> lights() {
        return within.lights();
    }

    @Override
    public Readings subscribe(SubscriptionSpec watch) {
        Readings readings = meters.timed(() -> within.subscribe(watch));
        seconds = readings.seconds();
        return readings;
    }

    @Override
    public Readings advance(Commands orders, double untilSeconds) {
        Readings readings = meters.timed(() -> within.advance(orders, untilSeconds));
        moveTo(readings.seconds());
        return readings;
    }

    @Override
    public Readings advance(Map<String, String> states, double untilSeconds) {
        Readings readings = meters.timed(() -> within.advance(states, untilSeconds));
        moveTo(readings.seconds());
        return readings;
    }

    @Override
    public TrafficCounts advanceCounting(Map<String, String> states, double untilSeconds) {
        TrafficCounts counts = meters.timed(() -> within.advanceCounting(states, untilSeconds));
        moveTo(untilSeconds);
        return counts;
    }

    private void moveTo(double now) {
        if (now > seconds) {
            meters.passed(now - seconds, stepSeconds);
        }
        seconds = now;
    }

    @Override
    public void takeControl(List<String> vehicles, DriverChecks checks) {
        within.takeControl(vehicles, checks);
    }

    @Override
    public void watch(WatchedPlaces places, PassageObserver observer) {
        within.watch(places, observer);
    }

    @Override
    public List<VehiclePosition> vehicles() {
        return meters.timed(within::vehicles);
    }

    @Override
    public List<VehicleLoss> timeLosses() {
        return meters.timed(within::timeLosses);
    }

    @Override
    public double endSeconds() {
        return within.endSeconds();
    }

    @Override
    public void resumeProgram(String light, String program) {
        within.resumeProgram(light, program);
    }

    @Override
    public TripStatistics finish() {
        TripStatistics trips = within.finish();
        end();
        return trips;
    }

    @Override
    public TripStatistics finish(SimulationRecords records) {
        TripStatistics trips = within.finish(records);
        end();
        return trips;
    }

    @Override
    public void close() {
        try {
            within.close();
        } finally {
            end();
        }
    }

    private void end() {
        if (over.compareAndSet(false, true)) {
            meters.closed();
        }
    }
}

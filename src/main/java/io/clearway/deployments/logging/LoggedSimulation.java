package io.clearway.deployments.logging;

import io.clearway.simulation.Commands;
import io.clearway.simulation.DriverChecks;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TripStatistics;
import io.clearway.simulation.VehiclePosition;
import io.clearway.simulation.passages.CrossingWait;
import io.clearway.simulation.passages.LoopPassage;
import io.clearway.simulation.passages.PassageObserver;
import io.clearway.simulation.passages.WatchedPlaces;
import io.clearway.simulation.trips.VehicleLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A simulation whose steps are given to a log; to who advances it, it is the one within. */
final class LoggedSimulation implements TrafficSimulation, PassageObserver {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedSimulation.class);

    private final TrafficSimulation within;
    private final WatchedPlaces places;
    private final Consumer<LoggedStep> log;
    private final DoubleConsumer unlogged;
    private List<LoopPassage> passages = new ArrayList<>();
    private List<CrossingWait> waits = new ArrayList<>();
    private double settledSeconds = Double.NEGATIVE_INFINITY;
    private double seconds = Double.NaN;
    private int lights;
    private boolean watching;

    /**
     * @param places where the detectors and the crossings of its signals lie
     * @param log takes each step; must return at once and must not fail
     * @param unlogged takes the seconds of each step of which nothing can be logged; the same holds
     */
    LoggedSimulation(
            TrafficSimulation within, WatchedPlaces places, Consumer<LoggedStep> log, DoubleConsumer unlogged) {
        this.within = within;
        this.places = places;
        this.log = log;
        this.unlogged = unlogged;
    }

    @Override
    public String version() {
        return within.version();
    }

    @Override
    public List<RoadNetwork.TrafficLight> lights() {
        return within.lights();
    }

    /** The lights that are subscribed to are those of the log. */
    @Override
    public Readings subscribe(SubscriptionSpec spec) {
        Readings readings = within.subscribe(spec);
        lights = spec.lights().size();
        seconds = readings.seconds();
        try {
            within.watch(places, this);
            watching = true;
        } catch (RuntimeException unable) {
            LOG.warn("No event log is written: {}", unable.toString());
        }
        return readings;
    }

    @Override
    public Readings advance(Commands commands, double untilSeconds) {
        Readings readings = within.advance(commands, untilSeconds);
        if (!watching) {
            unlogged.accept(readings.seconds() - seconds);
            seconds = readings.seconds();
            return readings;
        }
        List<String> states = new ArrayList<>();
        for (int light = 0; light < lights; light++) {
            states.add(readings.lightState(light));
        }
        log.accept(new LoggedStep(seconds, readings.seconds(), states, passages, waits, settledSeconds));
        passages = new ArrayList<>();
        waits = new ArrayList<>();
        seconds = readings.seconds();
        return readings;
    }

    @Override
    public void passed(LoopPassage passage) {
        passages.add(passage);
    }

    @Override
    public void waits(CrossingWait wait) {
        waits.add(wait);
    }

    @Override
    public void settled(double until) {
        settledSeconds = until;
    }

    @Override
    public void watch(WatchedPlaces others, PassageObserver observer) {
        within.watch(others, observer);
    }

    @Override
    public void takeControl(List<String> vehicles, DriverChecks checks) {
        within.takeControl(vehicles, checks);
    }

    @Override
    public List<VehiclePosition> vehicles() {
        return within.vehicles();
    }

    @Override
    public List<VehicleLoss> timeLosses() {
        return within.timeLosses();
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
        return within.finish();
    }

    @Override
    public void close() {
        within.close();
    }
}

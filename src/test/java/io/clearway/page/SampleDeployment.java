package io.clearway.page;

import io.clearway.deployments.ControllerChoice;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.deployments.Deployments;
import io.clearway.deployments.DriveLimits;
import io.clearway.deployments.LiveMetrics;
import io.clearway.deployments.LiveStatus;
import io.clearway.deployments.SignalSheet;
import io.clearway.deployments.SignalSheet.Movement;
import io.clearway.deployments.SignalSheet.Way;
import io.clearway.deployments.SignalSheets;
import io.clearway.deployments.control.ControlMode;
import io.clearway.deployments.control.ControlStatus;
import io.clearway.deployments.control.DecisionCounts;
import io.clearway.deployments.control.SignalEvent;
import io.clearway.deployments.control.SignalEvent.Kind;
import io.clearway.deployments.control.SignalStatus;
import io.clearway.simulation.LiveAddress;
import io.clearway.timing.Intergreens.Entry;
import io.clearway.timing.MovementTiming;
import io.clearway.timing.TimingProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A deployment with made-up signals: "north" is latched by its monitor, "south" follows the controller. */
final class SampleDeployment {
    static final String NORTH = "north";
    static final String SOUTH = "south";
    static final String HASH = "5e5e".repeat(16);

    private final Deployments store;

    SampleDeployment(Deployments store) {
        this.store = store;
    }

    /** Stores one with so many orders to the south, the last of which came after the trip of the north. */
    UUID add(int orders) {
        Deployment deployment = new Deployment(
                UUID.randomUUID(),
                "sample",
                new LiveAddress("127.0.0.1", 9999, 1),
                "grid-5x5",
                new ControllerChoice.Named("max-pressure"),
                new DriveLimits(5, 1000, Double.POSITIVE_INFINITY, 3),
                Instant.parse("2026-01-02T03:04:05Z"));
        store.add(deployment, report(), "another", sheets());
        store.record(deployment.id(), events(orders), Instant.parse("2026-01-02T03:04:05Z"));
        return deployment.id();
    }

    private static DeploymentReport report() {
        ControlStatus latched =
                new ControlStatus(ControlMode.FIXED_TIME_MONITOR_TRIPPED, 90, "conflict monitor: 0 and 2 have green");
        ControlStatus sound = new ControlStatus(ControlMode.CONTROLLER, 0, "");
        LiveStatus live = new LiveStatus(
                "SUMO 1.15.0",
                LiveMetrics.NONE,
                DecisionCounts.NONE,
                List.of(
                        new SignalStatus(NORTH, "GrrrO", 12, latched, 0, 1),
                        new SignalStatus(SOUTH, "rG", 3, sound, 2, 0)),
                List.of());
        return new DeploymentReport(DeploymentState.FALLBACK, "1 of 2 signals runs fixed time", live, Instant.now());
    }

    private static List<SignalEvent> events(int orders) {
        List<SignalEvent> events = new ArrayList<>();
        for (int order = 1; order < orders; order++) {
            events.add(new SignalEvent(order, SOUTH, Kind.ORDER, "fixed time by Anna: test " + order));
        }
        events.add(new SignalEvent(80, NORTH, Kind.OVERRIDDEN, "another client showed G although r was commanded"));
        events.add(new SignalEvent(90, NORTH, Kind.MONITOR_TRIPPED, "conflict monitor: 0 and 2 have green"));
        events.add(new SignalEvent(3700, SOUTH, Kind.ORDER, "reset by Anna: the parade is over"));
        return events;
    }

    private static SignalSheets sheets() {
        return new SignalSheets(TimingProfile.STANDARD, HASH, Map.of(NORTH, north(), SOUTH, south()));
    }

    private static SignalSheet north() {
        return new SignalSheet(
                List.of(
                        movement(0, new Way("in", 1, "out", "s"), vehicles(4)),
                        movement(1, new Way("in", 0, "side", "r"), vehicles(3)),
                        movement(2, new Way("side2", 0, "out", "l"), vehicles(3)),
                        movement(
                                3,
                                new Way(":J_w0", 0, ":J_c0", "s"),
                                new MovementTiming(MovementTiming.Kind.PEDESTRIANS, 0, 7, 120)),
                        new Movement(4, List.of(), new MovementTiming(MovementTiming.Kind.NONE, 0, 0, 0))),
                List.of(new Entry(0, 2, 5), new Entry(2, 0, 6), new Entry(1, 3, 8), new Entry(3, 1, 11)));
    }

    private static SignalSheet south() {
        return new SignalSheet(
                List.of(
                        movement(0, new Way("east", 0, "west", "s"), vehicles(5)),
                        movement(1, new Way("west", 0, "east", "s"), vehicles(5))),
                List.of());
    }

    private static Movement movement(int index, Way way, MovementTiming timing) {
        return new Movement(index, List.of(way), timing);
    }

    private static MovementTiming vehicles(int yellow) {
        return new MovementTiming(MovementTiming.Kind.VEHICLES, yellow, 5, yellow == 3 ? 0 : 120);
    }
}

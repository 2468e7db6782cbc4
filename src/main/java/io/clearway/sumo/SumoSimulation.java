package io.clearway.sumo;

import io.clearway.simulation.Commands;
import io.clearway.simulation.DriverChecks;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficCounts;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TripStatistics;
import io.clearway.simulation.VehiclePosition;
import io.clearway.simulation.passages.PassageObserver;
import io.clearway.simulation.passages.WatchedPlaces;
import io.clearway.simulation.trips.SimulationRecords;
import io.clearway.simulation.trips.VehicleLoss;
import io.clearway.sumo.process.SimulationLifecycle;
import io.clearway.sumo.reading.CrossingReader;
import io.clearway.sumo.reading.PassageReader;
import io.clearway.sumo.reading.PassageTracker;
import io.clearway.sumo.reading.ReadingsBuilder;
import io.clearway.sumo.reading.Subscription;
import io.clearway.sumo.reading.Subscriptions;
import io.clearway.sumo.traci.CommandErrors;
import io.clearway.sumo.traci.ControlCommands;
import io.clearway.sumo.traci.LightQuery;
import io.clearway.sumo.traci.LossQuery;
import io.clearway.sumo.traci.PinnedLights;
import io.clearway.sumo.traci.SignalStateValidator;
import io.clearway.sumo.traci.SimulationVariables;
import io.clearway.sumo.traci.TraciCommand;
import io.clearway.sumo.traci.TraciCommand.Acknowledgment;
import io.clearway.sumo.traci.TraciConnection;
import io.clearway.sumo.traci.TraciMessage;
import io.clearway.sumo.traci.TraciReply;
import io.clearway.sumo.traci.TrafficLightCommands;
import io.clearway.sumo.traci.VehicleCommands;
import io.clearway.sumo.traci.VehicleQuery;
import io.clearway.sumo.traci.VehicleTypeQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A simulation that SUMO runs, controlled over TraCI. After a command that SUMO refuses it remains usable; an error of
 * the connection closes it, and ends a process that was started for it.
 */
final class SumoSimulation implements TrafficSimulation {
    private static final SubscriptionSpec NOTHING = new SubscriptionSpec(List.of(), List.of(), List.of(), List.of());
    private static final double SHORTEST_STEP_SECONDS = 0.001;
    /** To this time SUMO simulates one step. */
    private static final double ONE_STEP = 0;

    private final TraciConnection connection;
    private final SimulationLifecycle lifecycle;
    private final SignalStateValidator stateValidator;
    private final PinnedLights pinned = new PinnedLights();
    private final LossQuery losses = new LossQuery();
    private final ReentrantLock exchanging = new ReentrantLock();
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable Subscriptions subscriptions;
    private @Nullable PassageReader passages;
    private double seconds;

    SumoSimulation(TraciConnection connection, SimulationLifecycle lifecycle) {
        this.connection = connection;
        this.lifecycle = lifecycle;
        stateValidator = new SignalStateValidator(connection);
    }

    @Override
    public String version() {
        return connection.version();
    }

    @Override
    public List<TrafficLight> lights() {
        return exchange("retrieving its traffic lights", () -> new LightQuery(connection).lights());
    }

    @Override
    public Readings subscribe(SubscriptionSpec spec) {
        return exchange("subscribing", () -> {
            Subscriptions before = subscriptions;
            Subscriptions requested = new Subscriptions(spec, !lifecycle.isSoleClient());
            subscriptions = null;
            if (before != null && lifecycle.isSoleClient()) {
                // SUMO 1.15 keeps one list of subscriptions for all clients: those of the others would end too
                unsubscribe(before);
            }
            Readings readings = subscribe(requested);
            subscriptions = requested;
            return readings;
        });
    }

    private void unsubscribe(Subscriptions before) throws IOException {
        List<TraciCommand<Acknowledgment>> unsubscribing =
                before.all().stream().map(Subscription::unsubscribe).toList();
        TraciReply reply = connection.exchange(message(unsubscribing));
        CommandErrors ignored = new CommandErrors();
        for (TraciCommand<Acknowledgment> command : unsubscribing) {
            ignored.decode(command, reply);
        }
        reply.requireEnd();
    }

    private Readings subscribe(Subscriptions requested) throws IOException {
        List<Subscription> all = requested.all();
        TraciReply reply = connection.exchange(
                message(all.stream().map(Subscription::subscribe).toList()));
        ReadingsBuilder builder = requested.builder();
        CommandErrors errors = new CommandErrors();
        for (int i = 0; i < all.size(); i++) {
            if (errors.decode(all.get(i).subscribe(), reply).isPresent()) {
                requested.decodeResponse(reply, builder, i);
            } else if (all.get(i).isResponse(reply)) {
                // SUMO 1.15 repeats the error as a response
                reply.enter();
                reply.leave();
            }
        }
        reply.requireEnd();
        errors.throwIfAny();
        requested.requireComplete(builder);
        seconds = builder.seconds();
        requested.reader().readAll(connection, builder);
        Readings readings = builder.first();
        requested.loops().add(builder, readings.counts(), 0);
        return requested.loops().drainInto(readings);
    }

    private TraciMessage message(List<? extends TraciCommand<?>> contents) {
        TraciMessage message = connection.begin();
        contents.forEach(command -> command.encode(message));
        return message;
    }

    @Override
    public Readings advance(Commands commands, double untilSeconds) {
        Subscriptions current = subscriptions(untilSeconds);
        return exchange("running to " + untilSeconds + " s", () -> {
            ReadingsBuilder builder = runTo(commands, untilSeconds, current);
            PassageReader watching = passages;
            if (watching == null) {
                current.reader().read(connection, builder);
            } else {
                current.reader().read(connection, builder, watching);
            }
            return isSteppedThrough(current) ? current.loops().drainInto(builder.finish()) : builder.finish();
        });
    }

    @Override
    public TrafficCounts advanceCounting(Map<String, String> states, double untilSeconds) {
        Subscriptions current = subscriptions(untilSeconds);
        return exchange("running to " + untilSeconds + " s", () -> {
            ReadingsBuilder builder = runTo(Commands.toLights(states), untilSeconds, current);
            if (passages != null) {
                passages.afterStep(connection, builder);
            }
            return isSteppedThrough(current) ? current.loops().drainCounts() : builder.counts();
        });
    }

    private Subscriptions subscriptions(double untilSeconds) {
        Subscriptions known = subscriptions;
        if (known == null) {
            subscribe(NOTHING);
            return subscriptions(untilSeconds);
        }
        if (!(untilSeconds > seconds)) {
            throw new IllegalArgumentException(
                    "Cannot run to %s s: the simulation is at %s s".formatted(untilSeconds, seconds));
        }
        return known;
    }

    /** Runs on; the builder holds what was subscribed to, as of the last step. */
    private ReadingsBuilder runTo(Commands commands, double untilSeconds, Subscriptions current) throws IOException {
        stateValidator.check(commands.lights());
        return isSteppedThrough(current)
                ? runStepByStep(commands, untilSeconds, current)
                : run(commands, untilSeconds, current);
    }

    /**
     * Whether something has to be read after every step, even where nobody wants readings of it. Between two commands
     * of a client to step SUMO counts whatever happens, but when another client steps in between, only the last step.
     */
    private boolean isSteppedThrough(Subscriptions current) {
        return current.needEveryStep() || passages != null || !lifecycle.isSoleClient();
    }

    /** What SUMO reports of the last step only is read after every step. */
    private ReadingsBuilder runStepByStep(Commands commands, double untilSeconds, Subscriptions current)
            throws IOException {
        Commands toSend = commands;
        ReadingsBuilder builder = null;
        do {
            if (builder != null && passages != null) {
                passages.afterStep(connection, builder);
            }
            double before = seconds;
            builder = run(toSend, ONE_STEP, current);
            toSend = Commands.NONE;
            current.loops().add(builder, builder.counts(), seconds - before);
        } while (seconds < untilSeconds - SHORTEST_STEP_SECONDS);
        return builder;
    }

    /** Sends commands and one step, the step last: SUMO 1.15 answers what follows a step with one short status. */
    private ReadingsBuilder run(Commands commands, double untilSeconds, Subscriptions current) throws IOException {
        CommandErrors errors = new CommandErrors();
        PassageReader watching = passages;
        if (watching != null) {
            watching.beforeStep(connection);
        }
        List<TraciCommand<?>> changes = changes(commands);
        if (lifecycle.isSoleClient()) {
            changes.addAll(pinned.pin(commands.lights().keySet()));
        } else if (!changes.isEmpty()) {
            // SUMO 1.15 sends the statuses of what comes before a step to the next client: among several, step apart
            errors.decodeBeforeStep(changes, connection.exchange(message(changes)));
            changes.clear();
        }
        TraciCommand<Integer> step = ControlCommands.simulationStep(untilSeconds);
        TraciMessage message = message(changes);
        if (watching != null) {
            watching.encode(message);
        }
        step.encode(message);
        TraciReply reply = connection.exchange(message);
        errors.decodeBeforeStep(changes, reply);
        if (watching != null) {
            watching.decode(reply);
        }
        int responses = step.decode(reply);
        ReadingsBuilder builder = current.builder();
        current.decodeResponses(responses, reply, builder);
        reply.requireEnd();
        seconds = builder.seconds();
        errors.throwIfAny();
        current.requireComplete(builder);
        return builder;
    }

    private static List<TraciCommand<?>> changes(Commands commands) {
        List<TraciCommand<?>> changes = new ArrayList<>();
        commands.lights()
                .forEach((light, state) -> changes.add(TrafficLightCommands.setRedYellowGreenState(light, state)));
        commands.speeds().forEach((vehicle, speed) -> changes.add(VehicleCommands.setSpeed(vehicle, speed)));
        return changes;
    }

    @Override
    public void takeControl(List<String> vehicles, DriverChecks checks) {
        exchange("taking over vehicles", () -> {
            List<TraciCommand<Acknowledgment>> changes = new ArrayList<>();
            for (String vehicle : vehicles) {
                changes.add(VehicleCommands.keepLane(vehicle));
                changes.add(VehicleCommands.setSpeedMode(vehicle, checks));
            }
            return connection.executeAll(changes);
        });
    }

    @Override
    public void watch(WatchedPlaces places, PassageObserver observer) {
        CrossingReader crossings =
                exchange("finding its crossings", () -> CrossingReader.open(connection, places.crossings(), observer));
        passages =
                new PassageReader(new PassageTracker(places.lanes(), observer), crossings, !lifecycle.isSoleClient());
    }

    @Override
    public List<VehiclePosition> vehicles() {
        return exchange("retrieving its vehicles", () -> new VehicleQuery(connection).positions());
    }

    @Override
    public List<VehicleLoss> timeLosses() {
        return exchange("retrieving what its vehicles have lost", () -> losses.losses(connection));
    }

    @Override
    public double endSeconds() {
        double end = exchange("retrieving its end", () -> connection.execute(SimulationVariables.endSeconds()));
        return end < 0 ? Double.POSITIVE_INFINITY : end;
    }

    @Override
    public void resumeProgram(String light, String program) {
        exchange("releasing traffic light " + light, () -> {
            pinned.release(light);
            return connection.execute(TrafficLightCommands.setProgram(light, program));
        });
    }

    @Override
    public TripStatistics finish() {
        return finish(SimulationRecords.NONE);
    }

    @Override
    public TripStatistics finish(SimulationRecords records) {
        lifecycle.requireOwned();
        TripStatistics statistics = exchange("ending", () -> {
            Map<String, String> classes = new VehicleTypeQuery(connection).classes();
            connection.execute(ControlCommands.close());
            TripStatistics trips = lifecycle.finish(classes);
            lifecycle.read(records);
            return trips;
        });
        close();
        return statistics;
    }

    private <T> T exchange(String activity, Exchange<T> exchange) {
        exchanging.lock();
        try {
            if (closed.get()) {
                throw new SimulationException("This simulation is closed");
            }
            return exchange.run();
        } catch (IOException broken) {
            String diagnosis = lifecycle.diagnose();
            end(false);
            throw new SimulationException(
                    "SUMO failed at %s s while %s: %s; %s".formatted(seconds, activity, describe(broken), diagnosis),
                    broken);
        } finally {
            exchanging.unlock();
        }
    }

    private static String describe(IOException broken) {
        String message = broken.getMessage();
        return message == null ? broken.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        // if another thread waits for a reply, its connection is closed
        boolean idle = exchanging.tryLock();
        try {
            end(idle);
        } finally {
            if (idle) {
                exchanging.unlock();
            }
        }
    }

    private void end(boolean idle) {
        if (closed.compareAndSet(false, true)) {
            try {
                if (idle) {
                    lifecycle.disconnect(connection);
                }
            } finally {
                connection.close();
                lifecycle.close();
            }
        }
    }

    /** One or more messages and their replies. */
    private interface Exchange<T> {
        T run() throws IOException;
    }
}

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
import io.clearway.simulation.VehiclePlace;
import io.clearway.sumo.process.SimulationLifecycle;
import io.clearway.sumo.reading.ReadingsBuilder;
import io.clearway.sumo.reading.Subscription;
import io.clearway.sumo.reading.Subscriptions;
import io.clearway.sumo.traci.CommandErrors;
import io.clearway.sumo.traci.CommandMessage;
import io.clearway.sumo.traci.LightQuery;
import io.clearway.sumo.traci.PinnedLights;
import io.clearway.sumo.traci.SignalStateValidator;
import io.clearway.sumo.traci.Traci;
import io.clearway.sumo.traci.TraciConnection;
import io.clearway.sumo.traci.TraciMessage;
import io.clearway.sumo.traci.TraciReply;
import io.clearway.sumo.traci.ValueQuery;
import io.clearway.sumo.traci.VehicleQuery;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A simulation that SUMO runs, seen through TraCI. A command that SUMO refuses leaves it usable; whatever breaks the
 * connection closes it, and ends a process of our own.
 */
final class SumoSimulation implements TrafficSimulation {
    private static final SubscriptionSpec NOTHING = new SubscriptionSpec(List.of(), List.of(), List.of(), List.of());
    private static final double SHORTEST_STEP_SECONDS = 0.001;
    private final TraciConnection connection;
    private final SimulationLifecycle owner;
    private final SignalStateValidator lightStates;
    private final PinnedLights held = new PinnedLights();
    private final ReentrantLock talking = new ReentrantLock();
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable Subscriptions subscriptions;
    private double seconds;
    private double stepSeconds;

    SumoSimulation(TraciConnection connection, SimulationLifecycle owner) {
        this.connection = connection;
        this.owner = owner;
        lightStates = new SignalStateValidator(connection);
    }

    @Override
    public String version() {
        return connection.version();
    }

    @Override
    public List<TrafficLight> lights() {
        return exchange("asked for its lights", () -> new LightQuery(connection).lights());
    }

    @Override
    public Readings watch(SubscriptionSpec watch) {
        return exchange("asked to watch", () -> {
            Subscriptions before = subscriptions;
            Subscriptions wanted = new Subscriptions(watch, !owner.isAlone());
            subscriptions = null;
            if (before != null && owner.isAlone()) {
                // among several clients SUMO 1.15 keeps one list of subscriptions: theirs would end with ours
                unsubscribe(before);
            }
            Readings readings = subscribe(wanted);
            subscriptions = wanted;
            return readings;
        });
    }

    private void unsubscribe(Subscriptions before) throws IOException {
        TraciMessage message = connection.begin();
        before.all().forEach(one -> one.unsubscribe(message));
        TraciReply reply = connection.exchange(message);
        for (Subscription one : before.all()) {
            TraciConnection.refusal(reply, one.domain() + Traci.SUBSCRIBES);
        }
        TraciConnection.requireEnd(reply);
    }

    private Readings subscribe(Subscriptions wanted) throws IOException {
        TraciMessage message = connection.begin();
        wanted.all().forEach(one -> one.subscribe(message));
        TraciReply reply = connection.exchange(message);
        ReadingsBuilder draft = wanted.draft();
        CommandErrors refusals = new CommandErrors();
        for (int i = 0; i < wanted.all().size(); i++) {
            Subscription one = wanted.all().get(i);
            if (refusals.read(reply, one.domain() + Traci.SUBSCRIBES, "watch", one.name())) {
                wanted.readOne(reply, draft, i);
            } else if (!reply.atEnd() && reply.isNext(one.domain() + Traci.ANSWERS_SUBSCRIPTION)) {
                // SUMO 1.15 repeats the refusal as an answer
                reply.enter();
                reply.leave();
            }
        }
        TraciConnection.requireEnd(reply);
        refusals.throwIfAny();
        wanted.requireComplete(draft);
        seconds = draft.seconds();
        wanted.inquiry().readAll(connection, draft);
        Readings readings = draft.first();
        wanted.loops().add(draft, readings.counts(), 0);
        return wanted.loops().drainInto(readings);
    }

    @Override
    public Readings advance(Commands orders, double untilSeconds) {
        Subscriptions reading = subscriptions(untilSeconds);
        return exchange("asked to run to " + untilSeconds + " s", () -> {
            ReadingsBuilder draft = runTo(orders, untilSeconds, reading);
            reading.inquiry().read(connection, draft);
            return reading.needEveryStep() ? reading.loops().drainInto(draft.finish()) : draft.finish();
        });
    }

    @Override
    public TrafficCounts pass(Map<String, String> states, double untilSeconds) {
        Subscriptions reading = subscriptions(untilSeconds);
        return exchange("asked to run to " + untilSeconds + " s", () -> {
            ReadingsBuilder draft = runTo(Commands.toLights(states), untilSeconds, reading);
            return reading.needEveryStep() ? reading.loops().drainCounts() : draft.counts();
        });
    }

    private Subscriptions subscriptions(double untilSeconds) {
        Subscriptions known = subscriptions;
        if (known == null) {
            watch(NOTHING);
            return subscriptions(untilSeconds);
        }
        if (!(untilSeconds > seconds)) {
            throw new IllegalArgumentException(
                    "Cannot run to %s s: the simulation is at %s s".formatted(untilSeconds, seconds));
        }
        return known;
    }

    /** Runs on; the draft holds what the last step brought unasked. */
    private ReadingsBuilder runTo(Commands orders, double untilSeconds, Subscriptions reading) throws IOException {
        lightStates.check(orders.lights());
        return reading.needEveryStep()
                ? runStepByStep(orders, untilSeconds, reading)
                : run(orders, untilSeconds, reading);
    }

    /** What SUMO tells only of its last step has to be fetched after every one. */
    private ReadingsBuilder runStepByStep(Commands orders, double untilSeconds, Subscriptions reading)
            throws IOException {
        double step = stepSeconds();
        Commands toSet = orders;
        ReadingsBuilder draft;
        do {
            double before = seconds;
            draft = run(toSet, Math.min(untilSeconds, seconds + step), reading);
            toSet = Commands.NONE;
            reading.loops().add(draft, draft.counts(), seconds - before);
        } while (seconds < untilSeconds - SHORTEST_STEP_SECONDS);
        return draft;
    }

    private double stepSeconds() throws IOException {
        if (stepSeconds == 0) {
            stepSeconds = new ValueQuery(connection)
                    .ask(Traci.SIMULATION, Traci.STEP_SECONDS, "", reply -> reply.number(reply.unsignedByte()));
        }
        return stepSeconds;
    }

    private ReadingsBuilder run(Commands orders, double untilSeconds, Subscriptions reading) throws IOException {
        CommandErrors refusals = new CommandErrors();
        TraciMessage message = connection.begin();
        CommandMessage.add(message, orders);
        List<String> taken = List.of();
        if (owner.isAlone()) {
            taken = held.hold(orders.lights().keySet(), message);
        } else if (!orders.isEmpty()) {
            // SUMO 1.15 sends the statuses of what comes before a step to the next client: among several, step apart
            CommandMessage.readStatuses(connection.exchange(message), orders, refusals);
            message.clear();
        }
        message.begin(Traci.STEP).real(untilSeconds).end();
        TraciReply reply = connection.exchange(message);
        if (owner.isAlone()) {
            CommandMessage.readStatuses(reply, orders, refusals);
            PinnedLights.readStatuses(reply, taken, refusals);
        }
        TraciConnection.requireOk(reply, Traci.STEP);
        ReadingsBuilder draft = reading.draft();
        reading.readAfterStep(reply, draft);
        TraciConnection.requireEnd(reply);
        seconds = draft.seconds();
        refusals.throwIfAny();
        reading.requireComplete(draft);
        return draft;
    }

    @Override
    public void takeOver(List<String> vehicles, DriverChecks checks) {
        exchange("asked to hand over vehicles", () -> {
            TraciMessage message = connection.begin();
            CommandMessage.addTakeOver(message, vehicles, checks);
            TraciReply reply = connection.exchange(message);
            CommandErrors refusals = new CommandErrors();
            CommandMessage.readTakeOver(reply, vehicles, refusals);
            TraciConnection.requireEnd(reply);
            refusals.throwIfAny();
            return vehicles;
        });
    }

    @Override
    public List<VehiclePlace> vehicles() {
        return exchange("asked for its vehicles", () -> new VehicleQuery(connection).places());
    }

    @Override
    public double endSeconds() {
        double end = exchange(
                "asked for its end",
                () -> new ValueQuery(connection)
                        .ask(Traci.SIMULATION, Traci.END, "", reply -> reply.number(reply.unsignedByte())));
        return end < 0 ? Double.POSITIVE_INFINITY : end;
    }

    @Override
    public void release(String light, String program) {
        exchange("asked to release light " + light, () -> {
            TraciMessage message = connection.begin();
            CommandMessage.setLight(message, light, Traci.LIGHT_PROGRAM, program);
            held.release(light);
            TraciReply reply = connection.exchange(message);
            CommandErrors refusals = new CommandErrors();
            refusals.read(reply, Traci.LIGHT + Traci.SETS, "give back light", light);
            TraciConnection.requireEnd(reply);
            refusals.throwIfAny();
            return light;
        });
    }

    @Override
    public TripStatistics finish() {
        owner.requireOwn();
        TripStatistics statistics = exchange("asked to end", () -> {
            closeConnection();
            return owner.finish();
        });
        close();
        return statistics;
    }

    private void closeConnection() throws IOException {
        TraciReply reply =
                connection.exchange(connection.begin().begin(Traci.CLOSE).end());
        TraciConnection.requireOk(reply, Traci.CLOSE);
    }

    private <T> T exchange(String purpose, Exchange<T> exchange) {
        talking.lock();
        try {
            if (closed.get()) {
                throw new SimulationException("This simulation is closed");
            }
            return exchange.run();
        } catch (IOException broken) {
            String known = owner.diagnose();
            end(false);
            throw new SimulationException(
                    "SUMO, at %s s, was %s: %s; %s".formatted(seconds, purpose, describe(broken), known), broken);
        } finally {
            talking.unlock();
        }
    }

    private static String describe(IOException broken) {
        String message = broken.getMessage();
        return message == null ? broken.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        // if another thread waits for an answer, the connection is cut under it
        boolean polite = talking.tryLock();
        try {
            end(polite);
        } finally {
            if (polite) {
                talking.unlock();
            }
        }
    }

    private void end(boolean polite) {
        if (closed.compareAndSet(false, true)) {
            try {
                if (polite) {
                    owner.leave(connection);
                }
            } finally {
                connection.close();
                owner.close();
            }
        }
    }

    /** One or more messages and their replies. */
    private interface Exchange<T> {
        T run() throws IOException;
    }
}

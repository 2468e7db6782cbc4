package io.clearway.sumo.reading;

import io.clearway.sumo.traci.CommandErrors;
import io.clearway.sumo.traci.TraciConnection;
import io.clearway.sumo.traci.TraciDomain;
import io.clearway.sumo.traci.TraciMessage;
import io.clearway.sumo.traci.TraciReply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Retrieves the variables that are not subscribed to. Where fewer vehicles drive than lanes are observed, the vehicles
 * are retrieved in place of the lanes, and counted here.
 */
public final class VehicleReader {
    private final List<Subscription> others = new ArrayList<>();
    private final Map<String, Subscription> lanes = new LinkedHashMap<>();
    private final LastLanes last = new LastLanes();

    /** @param states what is observed, lanes and others */
    VehicleReader(List<Subscription> states) {
        for (Subscription state : states) {
            if (state.domain() == TraciDomain.LANE) {
                lanes.put(state.id(), state);
            } else {
                others.add(state);
            }
        }
    }

    /** Retrieves all objects themselves, so that SUMO reports those it does not know. */
    public void readAll(TraciConnection connection, ReadingsBuilder builder) throws IOException {
        List<Subscription> all = new ArrayList<>(others);
        all.addAll(lanes.values());
        read(connection, all, List.of(), builder, (vehicle, lane, speed) -> {});
    }

    /** Retrieves lanes or vehicles, whichever are fewer. */
    public void read(TraciConnection connection, ReadingsBuilder builder) throws IOException {
        if (builder.running() >= lanes.size()) {
            readAll(connection, builder);
        } else {
            read(connection, others, builder.vehicleIds(), builder, (vehicle, lane, speed) -> {});
        }
    }

    /** Retrieves the vehicles, which a tracker sees too, in place of the lanes. */
    public void read(TraciConnection connection, ReadingsBuilder builder, PassageReader passages) throws IOException {
        if (!passages.readsVehicles()) {
            read(connection, builder);
            passages.afterStep(connection, builder);
            return;
        }
        passages.tracker().begin(builder.seconds());
        read(connection, others, builder.vehicleIds(), builder, passages.tracker()::see);
        passages.tracker().end();
    }

    private void read(
            TraciConnection connection,
            List<Subscription> objects,
            List<String> vehicles,
            ReadingsBuilder builder,
            LaneAggregator.Sight sight)
            throws IOException {
        if (objects.isEmpty() && vehicles.isEmpty()) {
            return;
        }
        TraciMessage message = connection.begin();
        objects.forEach(object -> object.encodeRetrieval(message));
        LaneAggregator.encode(vehicles, message);
        TraciReply reply = connection.exchange(message);
        CommandErrors errors = new CommandErrors();
        for (Subscription object : objects) {
            object.decodeRetrieval(reply, builder, errors);
        }
        LaneAggregator.decode(vehicles, reply, lanes, builder, last, sight);
        reply.requireEnd();
        errors.throwIfAny();
    }
}

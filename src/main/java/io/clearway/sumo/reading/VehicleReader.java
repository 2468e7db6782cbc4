package io.clearway.sumo.reading;

import io.clearway.sumo.traci.CommandErrors;
import io.clearway.sumo.traci.Traci;
import io.clearway.sumo.traci.TraciConnection;
import io.clearway.sumo.traci.TraciMessage;
import io.clearway.sumo.traci.TraciReply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks a simulation of our own for what is watched. Where fewer vehicles drive than lanes are watched, the vehicles are
 * asked instead of the lanes, and counted here.
 */
public final class VehicleReader {
    private final List<Subscription> others = new ArrayList<>();
    private final Map<String, Subscription> lanes = new LinkedHashMap<>();

    /** @param states what is watched, lanes and others */
    VehicleReader(List<Subscription> states) {
        for (Subscription state : states) {
            if (state.domain() == Traci.LANE) {
                lanes.put(state.name(), state);
            } else {
                others.add(state);
            }
        }
    }

    /** Asks all that is watched itself, so that what SUMO does not know is found out. */
    public void readAll(TraciConnection connection, ReadingsBuilder draft) throws IOException {
        List<Subscription> all = new ArrayList<>(others);
        all.addAll(lanes.values());
        read(connection, all, List.of(), draft);
    }

    /** Asks lanes or vehicles, whichever are fewer. */
    public void read(TraciConnection connection, ReadingsBuilder draft) throws IOException {
        if (draft.running() >= lanes.size()) {
            readAll(connection, draft);
        } else {
            read(connection, others, draft.vehicleNames(), draft);
        }
    }

    private void read(
            TraciConnection connection, List<Subscription> about, List<String> vehicles, ReadingsBuilder draft)
            throws IOException {
        if (about.isEmpty() && vehicles.isEmpty()) {
            return;
        }
        TraciMessage message = connection.begin();
        about.forEach(one -> one.ask(message));
        LaneAggregator.ask(vehicles, message);
        TraciReply reply = connection.exchange(message);
        CommandErrors refusals = new CommandErrors();
        for (Subscription one : about) {
            one.readAnswers(reply, draft, refusals);
        }
        LaneAggregator.readAnswers(vehicles.size(), reply, lanes, draft);
        TraciConnection.requireEnd(reply);
        refusals.throwIfAny();
    }
}

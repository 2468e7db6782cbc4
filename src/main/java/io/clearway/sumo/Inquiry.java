package io.clearway.sumo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks a simulation of our own for what is watched. Where fewer vehicles drive than lanes are watched, the vehicles are
 * asked instead of the lanes, and counted here.
 */
final class Inquiry {
    private final List<Subscription> others = new ArrayList<>();
    private final Map<String, Subscription> lanes = new LinkedHashMap<>();

    /** @param states what is watched, lanes and others */
    Inquiry(List<Subscription> states) {
        for (Subscription state : states) {
            if (state.domain() == Traci.LANE) {
                lanes.put(state.name(), state);
            } else {
                others.add(state);
            }
        }
    }

    /** Asks all that is watched itself, so that what SUMO does not know is found out. */
    void readAll(TraciConnection connection, ReadingsDraft draft) throws IOException {
        List<Subscription> all = new ArrayList<>(others);
        all.addAll(lanes.values());
        read(connection, all, List.of(), draft);
    }

    /** Asks lanes or vehicles, whichever are fewer. */
    void read(TraciConnection connection, ReadingsDraft draft) throws IOException {
        if (draft.running() >= lanes.size()) {
            readAll(connection, draft);
        } else {
            read(connection, others, draft.vehicleNames(), draft);
        }
    }

    private void read(TraciConnection connection, List<Subscription> about, List<String> vehicles, ReadingsDraft draft)
            throws IOException {
        if (about.isEmpty() && vehicles.isEmpty()) {
            return;
        }
        TraciMessage message = connection.begin();
        about.forEach(one -> one.ask(message));
        LaneTally.ask(vehicles, message);
        TraciReply reply = connection.exchange(message);
        Refusals refusals = new Refusals();
        for (Subscription one : about) {
            one.readAnswers(reply, draft, refusals);
        }
        LaneTally.readAnswers(vehicles.size(), reply, lanes, draft);
        TraciConnection.requireEnd(reply);
        refusals.throwIfAny();
    }
}

package io.clearway.sumo;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks a simulation of our own for what is watched. Where fewer vehicles drive than lanes are watched, the vehicles
 * tell which lanes have to be asked: all others are empty, and their values are 0.
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

    /** Asks for everything, so that what SUMO does not know is found out. */
    void readAll(TraciConnection connection, ReadingsDraft draft) throws IOException {
        List<Subscription> all = new ArrayList<>(others);
        all.addAll(lanes.values());
        read(connection, all, draft);
    }

    /** Asks for what may have changed from 0. */
    void read(TraciConnection connection, ReadingsDraft draft) throws IOException {
        // a vehicle costs one question, an occupied lane three at most
        if (2 * draft.running() >= lanes.size()) {
            readAll(connection, draft);
            return;
        }
        List<Subscription> some = new ArrayList<>(others);
        for (String lane : occupiedLanes(connection)) {
            Subscription watched = lanes.get(lane);
            if (watched != null) {
                some.add(watched);
            }
        }
        read(connection, some, draft);
    }

    private static void read(TraciConnection connection, List<Subscription> about, ReadingsDraft draft)
            throws IOException {
        if (about.isEmpty()) {
            return;
        }
        TraciMessage message = connection.begin();
        about.forEach(one -> one.ask(message));
        TraciReply reply = connection.exchange(message);
        Refusals refusals = new Refusals();
        for (Subscription one : about) {
            one.readAnswers(reply, draft, refusals);
        }
        TraciConnection.requireEnd(reply);
        refusals.throwIfAny();
    }

    private static Set<String> occupiedLanes(TraciConnection connection) throws IOException {
        List<String> vehicles = new VehicleQuery(connection).ids();
        TraciMessage message = connection.begin();
        vehicles.forEach(vehicle ->
                message.begin(Traci.VEHICLE).raw(Traci.LANE_ID).text(vehicle).end());
        Set<String> occupied = new LinkedHashSet<>();
        if (vehicles.isEmpty()) {
            return occupied;
        }
        TraciReply reply = connection.exchange(message);
        for (int i = 0; i < vehicles.size(); i++) {
            TraciConnection.requireOk(reply, Traci.VEHICLE);
            if (reply.enter() != Traci.VEHICLE + Traci.ANSWERS) {
                throw new ProtocolException("an answer to another question");
            }
            reply.unsignedByte();
            reply.text();
            reply.type(Traci.STRING);
            occupied.add(reply.text());
            reply.leave();
        }
        TraciConnection.requireEnd(reply);
        return occupied;
    }
}

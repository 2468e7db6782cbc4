package io.clearway.sumo;

import io.clearway.simulation.SimulationException;
import io.clearway.simulation.Watch;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All subscriptions of a {@link Watch}, and how their answers become readings. */
final class Subscriptions {
    private static final byte[] COUNTS = {
        Traci.TIME, Traci.DEPARTED, Traci.ARRIVED, Traci.TELEPORTED, (byte) Traci.COLLIDING, (byte) Traci.PENDING
    };
    private final Watch watch;
    private final List<Subscription> all = new ArrayList<>();
    private final LoopTally loops;
    private final int values;

    /** What a watch needs; the counts of the whole network come with every one. */
    Subscriptions(Watch watch) {
        this.watch = watch;
        loops = new LoopTally(watch.loops().size());
        byte[] vehicles = {Traci.VEHICLES, Traci.HALTING};
        places(watch.detectors()).forEach((id, places) -> add(Traci.LANE_AREA, id, vehicles, places, List.of()));
        addLanes(places(watch.lanes()), places(watch.waitingLanes()));
        byte[] state = {Traci.LIGHT_STATE};
        places(watch.lights()).forEach((id, places) -> add(Traci.LIGHT, id, state, places, List.of()));
        byte[] above = {Traci.VEHICLE_IDS, Traci.OCCUPANCY};
        places(watch.loops()).forEach((id, places) -> add(Traci.LOOP, id, above, places, List.of()));
        byte[] driving = {Traci.SPEED, Traci.LANE_ID, Traci.LANE_POSITION};
        places(watch.vehicles()).forEach((id, places) -> add(Traci.VEHICLE, id, driving, places, List.of()));
        byte[] running = {Traci.ID_COUNT};
        add(Traci.VEHICLE, "", running, List.of(), List.of());
        add(Traci.SIMULATION, "", COUNTS, List.of(), List.of());
        values = all.stream().mapToInt(Subscription::size).sum();
    }

    private void addLanes(Map<String, List<Integer>> lanes, Map<String, List<Integer>> waiting) {
        lanes.forEach((id, places) -> {
            List<Integer> waits = waiting.getOrDefault(id, List.of());
            byte[] variables = waits.isEmpty()
                    ? new byte[] {Traci.VEHICLES, Traci.HALTING}
                    : new byte[] {Traci.VEHICLES, Traci.HALTING, Traci.WAITING_SECONDS};
            add(Traci.LANE, id, variables, places, waits);
        });
        waiting.forEach((id, waits) -> {
            if (!lanes.containsKey(id)) {
                add(Traci.LANE, id, new byte[] {Traci.WAITING_SECONDS}, List.of(), waits);
            }
        });
    }

    private void add(int domain, String id, byte[] variables, List<Integer> places, List<Integer> waiting) {
        all.add(new Subscription(domain, id, variables, places, waiting));
    }

    private static Map<String, List<Integer>> places(List<String> ids) {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            places.computeIfAbsent(ids.get(i), id -> new ArrayList<>()).add(i);
        }
        return places;
    }

    List<Subscription> all() {
        return all;
    }

    /** Whether something is wanted that SUMO tells only of its last step. */
    boolean needEveryStep() {
        return !watch.loops().isEmpty();
    }

    /** Counts what the induction loops felt since they were last asked for it. */
    LoopTally loops() {
        return loops;
    }

    ReadingsDraft draft() {
        return new ReadingsDraft(watch);
    }

    /** Reads the answers that follow a step. */
    void readAfterStep(TraciReply reply, ReadingsDraft draft) throws ProtocolException {
        int count = reply.count(2);
        for (int i = 0; i < count; i++) {
            readOne(reply, draft, i);
        }
    }

    /**
     * Reads one answer; one that nobody asked for is passed over.
     *
     * @param guess which subscription it probably answers: SUMO keeps their order
     */
    void readOne(TraciReply reply, ReadingsDraft draft, int guess) throws ProtocolException {
        int response = reply.enter();
        Subscription about = find(response, reply, guess);
        if (about != null) {
            readValues(about, reply, draft);
        }
        reply.leave();
    }

    private @Nullable Subscription find(int response, TraciReply reply, int guess) throws ProtocolException {
        if (guess < all.size() && all.get(guess).isMeant(response, reply)) {
            return all.get(guess);
        }
        for (Subscription one : all) {
            if (one.isMeant(response, reply)) {
                return one;
            }
        }
        return null;
    }

    private static void readValues(Subscription about, TraciReply reply, ReadingsDraft draft) throws ProtocolException {
        int count = reply.unsignedByte();
        for (int i = 0; i < count; i++) {
            int variable = reply.unsignedByte();
            int status = reply.unsignedByte();
            int type = reply.unsignedByte();
            if (status != Traci.OK) {
                String words = type == Traci.STRING ? reply.text() : "no reason given";
                throw new SimulationException("SUMO cannot report on '%s': %s".formatted(about.name(), words));
            }
            if (!draft.take(about, variable, type, reply) && !reply.skip(type)) {
                // a type we do not know: the command's own length tells where the next one starts
                return;
            }
        }
    }

    void requireComplete(ReadingsDraft draft) {
        draft.requireVehicles(watch.vehicles());
        if (draft.taken() < values) {
            throw new SimulationException(
                    "SUMO reported %d of %d values that were asked for".formatted(draft.taken(), values));
        }
    }
}

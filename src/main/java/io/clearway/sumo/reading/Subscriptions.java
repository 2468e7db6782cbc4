package io.clearway.sumo.reading;

import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.sumo.traci.Traci;
import io.clearway.sumo.traci.TraciReply;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link SubscriptionSpec} needs of SUMO, and how the answers become readings. What is only told of the last
 * step, and the counts of the whole network, come unasked with every step. The rest does so where others share the
 * simulation: a question to it would have to wait until all of them have stepped on. In a simulation of our own it is
 * asked for when it is wanted, which costs SUMO 1.15 a fraction.
 */
public final class Subscriptions {
    private static final byte[] COUNTS = {
        Traci.TIME, Traci.DEPARTED, Traci.ARRIVED, Traci.TELEPORTED, (byte) Traci.COLLIDING, (byte) Traci.PENDING
    };
    private final SubscriptionSpec watch;
    private final List<Subscription> all = new ArrayList<>();
    private final VehicleReader inquiry;
    private final InductionLoopCounter loops;
    private final int values;

    /**
     * What a watch needs; the counts of the whole network come with every one.
     *
     * @param shared whether others talk to the simulation too
     */
    public Subscriptions(SubscriptionSpec watch, boolean shared) {
        this.watch = watch;
        loops = new InductionLoopCounter(watch.loops().size());
        List<Subscription> states = states(watch);
        inquiry = new VehicleReader(shared ? List.of() : states);
        if (shared) {
            all.addAll(states);
        }
        byte[] above = {Traci.VEHICLE_IDS, Traci.OCCUPANCY};
        places(watch.loops())
                .forEach((id, places) -> all.add(new Subscription(Traci.LOOP, id, above, places, List.of())));
        byte[] driving = {Traci.SPEED, Traci.LANE_ID, Traci.LANE_POSITION};
        places(watch.vehicles())
                .forEach((id, places) -> all.add(new Subscription(Traci.VEHICLE, id, driving, places, List.of())));
        byte[] running = {Traci.ID_LIST};
        all.add(new Subscription(Traci.VEHICLE, "", running, List.of(), List.of()));
        all.add(new Subscription(Traci.SIMULATION, "", COUNTS, List.of(), List.of()));
        values = all.stream().mapToInt(Subscription::size).sum();
    }

    /** What can be told at any moment. */
    private static List<Subscription> states(SubscriptionSpec watch) {
        List<Subscription> states = new ArrayList<>();
        byte[] vehicles = {Traci.VEHICLES, Traci.HALTING};
        places(watch.detectors())
                .forEach(
                        (id, places) -> states.add(new Subscription(Traci.LANE_AREA, id, vehicles, places, List.of())));
        addLanes(places(watch.lanes()), places(watch.waitingLanes()), states);
        byte[] state = {Traci.LIGHT_STATE};
        places(watch.lights())
                .forEach((id, places) -> states.add(new Subscription(Traci.LIGHT, id, state, places, List.of())));
        return states;
    }

    private static void addLanes(
            Map<String, List<Integer>> lanes, Map<String, List<Integer>> waiting, List<Subscription> states) {
        lanes.forEach((id, places) -> {
            List<Integer> waits = waiting.getOrDefault(id, List.of());
            byte[] variables = waits.isEmpty()
                    ? new byte[] {Traci.VEHICLES, Traci.HALTING}
                    : new byte[] {Traci.VEHICLES, Traci.HALTING, Traci.WAITING_SECONDS};
            states.add(new Subscription(Traci.LANE, id, variables, places, waits));
        });
        waiting.forEach((id, waits) -> {
            if (!lanes.containsKey(id)) {
                states.add(new Subscription(Traci.LANE, id, new byte[] {Traci.WAITING_SECONDS}, List.of(), waits));
            }
        });
    }

    private static Map<String, List<Integer>> places(List<String> ids) {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            places.computeIfAbsent(ids.get(i), id -> new ArrayList<>()).add(i);
        }
        return places;
    }

    /** What comes unasked. */
    public List<Subscription> all() {
        return all;
    }

    /** What is asked for when it is wanted. */
    public VehicleReader inquiry() {
        return inquiry;
    }

    /** Whether something is wanted that SUMO tells only of its last step. */
    public boolean needEveryStep() {
        return !watch.loops().isEmpty();
    }

    /** Counts what the induction loops felt since they were last asked for it. */
    public InductionLoopCounter loops() {
        return loops;
    }

    public ReadingsBuilder draft() {
        return new ReadingsBuilder(watch);
    }

    /** Reads the answers that follow a step. */
    public void readAfterStep(TraciReply reply, ReadingsBuilder draft) throws ProtocolException {
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
    public void readOne(TraciReply reply, ReadingsBuilder draft, int guess) throws ProtocolException {
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

    private static void readValues(Subscription about, TraciReply reply, ReadingsBuilder draft)
            throws ProtocolException {
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

    public void requireComplete(ReadingsBuilder draft) {
        draft.requireVehicles(watch.vehicles());
        if (draft.taken() < values) {
            throw new SimulationException(
                    "SUMO reported %d of %d values that were asked for".formatted(draft.taken(), values));
        }
    }
}

package io.clearway.sumo.reading;

import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.sumo.traci.TraciConstants;
import io.clearway.sumo.traci.TraciDomain;
import io.clearway.sumo.traci.TraciReply;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link SubscriptionSpec} needs of SUMO, and how the replies become readings. Variables that SUMO reports of
 * the last step only, and the counts of the whole network, are subscribed to. The rest is too where other clients share
 * the simulation, since retrieving it would have to wait for all of them to step; for a sole client it is retrieved
 * when it is needed, which costs SUMO 1.15 a fraction.
 */
public final class Subscriptions {
    private static final byte[] COUNTS = {
        TraciConstants.VAR_TIME,
        TraciConstants.VAR_DEPARTED_VEHICLES_NUMBER,
        TraciConstants.VAR_ARRIVED_VEHICLES_NUMBER,
        TraciConstants.VAR_TELEPORT_STARTING_VEHICLES_NUMBER,
        (byte) TraciConstants.VAR_COLLIDING_VEHICLES_NUMBER,
        (byte) TraciConstants.VAR_PENDING_VEHICLES
    };
    private static final String NO_ID = "";
    private final SubscriptionSpec spec;
    private final List<Subscription> all = new ArrayList<>();
    private final VehicleReader reader;
    private final InductionLoopCounter loops;
    private final int values;
    private List<String> vehicles = List.of();

    /**
     * Those of a specification, and the counts of the whole network.
     *
     * @param shared whether the simulation has other clients
     */
    public Subscriptions(SubscriptionSpec spec, boolean shared) {
        this.spec = spec;
        loops = new InductionLoopCounter(spec.loops().size());
        List<Subscription> states = states(spec);
        reader = new VehicleReader(shared ? List.of() : states);
        if (shared) {
            all.addAll(states);
        }
        byte[] loopVariables = {TraciConstants.LAST_STEP_VEHICLE_ID_LIST, TraciConstants.LAST_STEP_OCCUPANCY};
        places(spec.loops())
                .forEach((id, places) -> all.add(subscription(TraciDomain.INDUCTION_LOOP, id, loopVariables, places)));
        byte[] vehicleVariables = {TraciConstants.VAR_SPEED, TraciConstants.VAR_LANE_ID, TraciConstants.VAR_LANEPOSITION
        };
        places(spec.vehicles())
                .forEach((id, places) -> all.add(subscription(TraciDomain.VEHICLE, id, vehicleVariables, places)));
        byte[] vehicleIds = {TraciConstants.TRACI_ID_LIST};
        all.add(subscription(TraciDomain.VEHICLE, NO_ID, vehicleIds, List.of()));
        all.add(subscription(TraciDomain.SIMULATION, NO_ID, COUNTS, List.of()));
        values = all.stream().mapToInt(Subscription::size).sum();
    }

    /** What SUMO reports at any time. */
    private static List<Subscription> states(SubscriptionSpec spec) {
        List<Subscription> states = new ArrayList<>();
        byte[] vehicles = {TraciConstants.LAST_STEP_VEHICLE_NUMBER, TraciConstants.LAST_STEP_VEHICLE_HALTING_NUMBER};
        places(spec.detectors())
                .forEach((id, places) -> states.add(subscription(TraciDomain.LANE_AREA, id, vehicles, places)));
        addLanes(places(spec.lanes()), places(spec.waitingLanes()), states);
        byte[] state = {TraciConstants.TL_RED_YELLOW_GREEN_STATE};
        places(spec.lights())
                .forEach((id, places) -> states.add(subscription(TraciDomain.TRAFFIC_LIGHT, id, state, places)));
        return states;
    }

    private static void addLanes(
            Map<String, List<Integer>> lanes, Map<String, List<Integer>> waiting, List<Subscription> states) {
        lanes.forEach((id, places) -> {
            List<Integer> waits = waiting.getOrDefault(id, List.of());
            byte[] variables = waits.isEmpty()
                    ? new byte[] {
                        TraciConstants.LAST_STEP_VEHICLE_NUMBER, TraciConstants.LAST_STEP_VEHICLE_HALTING_NUMBER
                    }
                    : new byte[] {
                        TraciConstants.LAST_STEP_VEHICLE_NUMBER,
                        TraciConstants.LAST_STEP_VEHICLE_HALTING_NUMBER,
                        TraciConstants.VAR_WAITING_TIME
                    };
            states.add(new Subscription(ObservedObject.of(TraciDomain.LANE, places, waits), id, variables));
        });
        waiting.forEach((id, waits) -> {
            if (!lanes.containsKey(id)) {
                states.add(new Subscription(ObservedObject.of(TraciDomain.LANE, List.of(), waits), id, (byte)
                        TraciConstants.VAR_WAITING_TIME));
            }
        });
    }

    private static Subscription subscription(TraciDomain domain, String id, byte[] variables, List<Integer> places) {
        return new Subscription(ObservedObject.of(domain, places, List.of()), id, variables);
    }

    private static Map<String, List<Integer>> places(List<String> ids) {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            places.computeIfAbsent(ids.get(i), id -> new ArrayList<>()).add(i);
        }
        return places;
    }

    /** What is subscribed to. */
    public List<Subscription> all() {
        return all;
    }

    /** Retrieves what is not subscribed to. */
    public VehicleReader reader() {
        return reader;
    }

    /** Whether something is observed that SUMO reports of the last step only. */
    public boolean needEveryStep() {
        return !spec.loops().isEmpty();
    }

    /** Counts what induction loops detect. */
    public InductionLoopCounter loops() {
        return loops;
    }

    public ReadingsBuilder builder() {
        return new ReadingsBuilder(spec, vehicles);
    }

    /** Reads the responses that follow the status of a step. */
    public void decodeResponses(int count, TraciReply reply, ReadingsBuilder builder) throws ProtocolException {
        for (int i = 0; i < count; i++) {
            decodeResponse(reply, builder, i);
        }
    }

    /**
     * Reads one response; one of another client's subscription is skipped.
     *
     * @param guess index of the subscription it probably belongs to: SUMO keeps their order
     */
    public void decodeResponse(TraciReply reply, ReadingsBuilder builder, int guess) throws ProtocolException {
        int response = reply.enter();
        Subscription subscription = find(response, reply, guess);
        if (subscription != null) {
            decodeValues(subscription, reply, builder);
        }
        reply.leave();
    }

    private @Nullable Subscription find(int response, TraciReply reply, int guess) throws ProtocolException {
        if (guess < all.size() && all.get(guess).matches(response, reply)) {
            return all.get(guess);
        }
        for (Subscription one : all) {
            if (one.matches(response, reply)) {
                return one;
            }
        }
        return null;
    }

    private static void decodeValues(Subscription subscription, TraciReply reply, ReadingsBuilder builder)
            throws ProtocolException {
        int count = reply.unsignedByte();
        for (int i = 0; i < count; i++) {
            int variable = reply.unsignedByte();
            int status = reply.unsignedByte();
            int type = reply.unsignedByte();
            if (status != TraciConstants.RTYPE_OK) {
                String error = type == TraciConstants.TYPE_STRING ? reply.text() : "no reason given";
                throw new SimulationException("SUMO cannot report on '%s': %s".formatted(subscription.id(), error));
            }
            if (!builder.accept(subscription.object(), variable, type, reply) && !reply.skip(type)) {
                // an unknown type: the next response begins where this one's length says
                return;
            }
        }
    }

    /** Throws a {@link SimulationException} when values are missing. */
    public void requireComplete(ReadingsBuilder builder) {
        builder.requireVehicles(spec.vehicles());
        if (builder.accepted() < values) {
            throw new SimulationException(
                    "SUMO reported %d of %d values that are subscribed to".formatted(builder.accepted(), values));
        }
        vehicles = builder.vehicleIds();
    }
}

package io.clearway.sumo.reading;

import io.clearway.simulation.Readings;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficCounts;
import io.clearway.sumo.traci.Traci;
import io.clearway.sumo.traci.TraciReply;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Readings while they come in, value by value. */
public final class ReadingsBuilder {
    private final int[][] detectors;
    private final int[][] lanes;
    private final double[] waitingSeconds;
    private final String[] lights;
    private final List<List<String>> aboveLoops;
    private final double[] loopOccupancy;
    private final VehicleBuilder[] vehicles;
    private double seconds;
    private int departed;
    private int arrived;
    private int teleported;
    private int collided;
    private List<String> vehicleNames = List.of();
    private int pending;
    private int taken;

    ReadingsBuilder(SubscriptionSpec watch) {
        detectors = new int[2][watch.detectors().size()];
        lanes = new int[2][watch.lanes().size()];
        waitingSeconds = new double[watch.waitingLanes().size()];
        lights = new String[watch.lights().size()];
        Arrays.fill(lights, "");
        aboveLoops = new ArrayList<>(Collections.nCopies(watch.loops().size(), List.of()));
        loopOccupancy = new double[watch.loops().size()];
        vehicles = new VehicleBuilder[watch.vehicles().size()];
        Arrays.setAll(vehicles, place -> new VehicleBuilder());
    }

    /** Takes a value if it is one that was asked for; false leaves it unread. */
    boolean take(Subscription about, int variable, int type, TraciReply reply) throws ProtocolException {
        boolean wanted = switch (about.domain()) {
            case Traci.LANE_AREA -> takeVehicles(detectors, about.places(), variable, type, reply);
            case Traci.LANE -> takeLane(about, variable, type, reply);
            case Traci.LOOP -> takeLoop(about.places(), variable, type, reply);
            case Traci.LIGHT -> takeLight(about.places(), variable, type, reply);
            case Traci.SIMULATION -> takeCount(variable, type, reply);
            case Traci.VEHICLE ->
                variable == Traci.ID_LIST
                        ? takeVehicleNames(type, reply)
                        : takeVehicle(about.places(), variable, type, reply);
            default -> false;
        };
        taken += wanted ? 1 : 0;
        return wanted;
    }

    private boolean takeLane(Subscription about, int variable, int type, TraciReply reply) throws ProtocolException {
        if (variable != Traci.WAITING_SECONDS) {
            return takeVehicles(lanes, about.places(), variable, type, reply);
        }
        double value = reply.number(type);
        for (int place : about.waitingPlaces()) {
            waitingSeconds[place] = value;
        }
        return true;
    }

    private static boolean takeVehicles(int[][] into, int[] places, int variable, int type, TraciReply reply)
            throws ProtocolException {
        if (variable != Traci.VEHICLES && variable != Traci.HALTING) {
            return false;
        }
        int[] row = into[variable == Traci.VEHICLES ? 0 : 1];
        int value = (int) reply.number(type);
        for (int place : places) {
            row[place] = value;
        }
        return true;
    }

    private boolean takeLight(int[] places, int variable, int type, TraciReply reply) throws ProtocolException {
        if (variable != Traci.LIGHT_STATE || type != Traci.STRING) {
            return false;
        }
        String state = reply.text();
        for (int place : places) {
            lights[place] = state;
        }
        return true;
    }

    private boolean takeLoop(int[] places, int variable, int type, TraciReply reply) throws ProtocolException {
        if (variable == Traci.OCCUPANCY) {
            double percent = reply.number(type);
            for (int place : places) {
                loopOccupancy[place] = percent / 100;
            }
            return true;
        }
        if (variable != Traci.VEHICLE_IDS || type != Traci.STRING_LIST) {
            return false;
        }
        List<String> vehicles = reply.texts();
        for (int place : places) {
            aboveLoops.set(place, vehicles);
        }
        return true;
    }

    private boolean takeVehicleNames(int type, TraciReply reply) throws ProtocolException {
        if (type != Traci.STRING_LIST) {
            return false;
        }
        vehicleNames = reply.texts();
        return true;
    }

    /** Counts a vehicle on a watched lane of which SUMO was not asked itself. */
    void addVehicle(Subscription lane, boolean halting, double itsWaitingSeconds) {
        for (int place : lane.places()) {
            lanes[0][place]++;
            lanes[1][place] += halting ? 1 : 0;
        }
        for (int place : lane.waitingPlaces()) {
            waitingSeconds[place] += itsWaitingSeconds;
        }
    }

    private boolean takeVehicle(int[] places, int variable, int type, TraciReply reply) throws ProtocolException {
        if (places.length == 0 || !vehicles[places[0]].take(variable, type, reply)) {
            return false;
        }
        for (int place : places) {
            vehicles[place] = vehicles[places[0]];
        }
        return true;
    }

    /** Complains about watched vehicles that are not on the road. */
    void requireVehicles(List<String> ids) {
        for (int place = 0; place < vehicles.length; place++) {
            vehicles[place].requireOnRoad(ids.get(place), seconds);
        }
    }

    private boolean takeCount(int variable, int type, TraciReply reply) throws ProtocolException {
        switch (variable) {
            case Traci.TIME -> seconds = reply.number(type);
            case Traci.DEPARTED -> departed = (int) reply.number(type);
            case Traci.ARRIVED -> arrived = (int) reply.number(type);
            case Traci.TELEPORTED -> teleported = (int) reply.number(type);
            case Traci.COLLIDING -> collided = (int) reply.number(type);
            case Traci.PENDING -> {
                if (type != Traci.STRING_LIST) {
                    return false;
                }
                pending = reply.skipTexts();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** How many of the values asked for have come. */
    int taken() {
        return taken;
    }

    public double seconds() {
        return seconds;
    }

    /** Vehicles in the network. */
    int running() {
        return vehicleNames.size();
    }

    /** Their names. */
    List<String> vehicleNames() {
        return vehicleNames;
    }

    /** Vehicles that were above a loop during the last step. */
    List<String> aboveLoop(int loop) {
        return aboveLoops.get(loop);
    }

    /** Share of the last step for which a loop was covered. */
    double loopOccupancy(int loop) {
        return loopOccupancy[loop];
    }

    /** The readings of a moment before which nothing has happened. */
    public Readings first() {
        return readings(new TrafficCounts(0, 0, 0, 0, running(), pending));
    }

    /** The readings after a step, once all has come. */
    public Readings finish() {
        return readings(counts());
    }

    /** What the whole network has come to by a step. */
    public TrafficCounts counts() {
        return new TrafficCounts(departed, arrived, teleported, collided, running(), pending);
    }

    private Readings readings(TrafficCounts counts) {
        Readings readings = new Readings(seconds, detectors, lanes, waitingSeconds, Arrays.asList(lights), counts);
        return vehicles.length == 0
                ? readings
                : readings.withVehicles(
                        Arrays.stream(vehicles).map(VehicleBuilder::state).toList());
    }
}

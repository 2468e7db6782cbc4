package io.clearway.sumo.reading;

import io.clearway.simulation.Readings;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficCounts;
import io.clearway.sumo.traci.TraciConstants;
import io.clearway.sumo.traci.TraciReply;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Readings while they are received, value by value. */
public final class ReadingsBuilder {
    private static final double PERCENT = 100;
    private final int[][] detectors;
    private final int[][] lanes;
    private final double[] waitingSeconds;
    private final String[] lights;
    private final List<List<String>> vehiclesOnLoops;
    private final double[] loopOccupancy;
    private final VehicleBuilder[] vehicles;
    private final List<String> vehiclesBefore;
    private double seconds;
    private int departed;
    private int arrived;
    private int teleported;
    private int collided;
    private List<String> vehicleIds = List.of();
    private int pending;
    private int accepted;

    /** @param vehiclesBefore ids of the vehicles that were in the network before the step */
    ReadingsBuilder(SubscriptionSpec spec, List<String> vehiclesBefore) {
        this.vehiclesBefore = vehiclesBefore;
        detectors = new int[2][spec.detectors().size()];
        lanes = new int[2][spec.lanes().size()];
        waitingSeconds = new double[spec.waitingLanes().size()];
        lights = new String[spec.lights().size()];
        Arrays.fill(lights, "");
        vehiclesOnLoops = new ArrayList<>(Collections.nCopies(spec.loops().size(), List.of()));
        loopOccupancy = new double[spec.loops().size()];
        vehicles = new VehicleBuilder[spec.vehicles().size()];
        Arrays.setAll(vehicles, place -> new VehicleBuilder());
    }

    /** Reads a value of an observed variable; false leaves another one unread. */
    boolean accept(ObservedObject object, int variable, int type, TraciReply reply) throws ProtocolException {
        boolean known = switch (object.domain()) {
            case LANE_AREA -> acceptCounts(detectors, object.places(), variable, type, reply);
            case LANE -> acceptLane(object, variable, type, reply);
            case INDUCTION_LOOP -> acceptLoop(object.places(), variable, type, reply);
            case TRAFFIC_LIGHT -> acceptLight(object.places(), variable, type, reply);
            case SIMULATION -> acceptTotal(variable, type, reply);
            case VEHICLE_TYPE, EDGE, PERSON -> false;
            case VEHICLE ->
                variable == TraciConstants.TRACI_ID_LIST
                        ? acceptVehicleIds(type, reply)
                        : acceptVehicle(object.places(), variable, type, reply);
        };
        accepted += known ? 1 : 0;
        return known;
    }

    private boolean acceptLane(ObservedObject object, int variable, int type, TraciReply reply)
            throws ProtocolException {
        if (variable != TraciConstants.VAR_WAITING_TIME) {
            return acceptCounts(lanes, object.places(), variable, type, reply);
        }
        double value = reply.number(type);
        for (int place : object.waitingPlaces()) {
            waitingSeconds[place] = value;
        }
        return true;
    }

    private static boolean acceptCounts(int[][] counts, int[] places, int variable, int type, TraciReply reply)
            throws ProtocolException {
        if (variable != TraciConstants.LAST_STEP_VEHICLE_NUMBER
                && variable != TraciConstants.LAST_STEP_VEHICLE_HALTING_NUMBER) {
            return false;
        }
        int[] row = counts[variable == TraciConstants.LAST_STEP_VEHICLE_NUMBER ? 0 : 1];
        int value = (int) reply.number(type);
        for (int place : places) {
            row[place] = value;
        }
        return true;
    }

    private boolean acceptLight(int[] places, int variable, int type, TraciReply reply) throws ProtocolException {
        if (variable != TraciConstants.TL_RED_YELLOW_GREEN_STATE || type != TraciConstants.TYPE_STRING) {
            return false;
        }
        String state = reply.text();
        for (int place : places) {
            lights[place] = state;
        }
        return true;
    }

    private boolean acceptLoop(int[] places, int variable, int type, TraciReply reply) throws ProtocolException {
        if (variable == TraciConstants.LAST_STEP_OCCUPANCY) {
            double percent = reply.number(type);
            for (int place : places) {
                loopOccupancy[place] = percent / PERCENT;
            }
            return true;
        }
        if (variable != TraciConstants.LAST_STEP_VEHICLE_ID_LIST || type != TraciConstants.TYPE_STRINGLIST) {
            return false;
        }
        List<String> vehicles = reply.texts();
        for (int place : places) {
            vehiclesOnLoops.set(place, vehicles);
        }
        return true;
    }

    private boolean acceptVehicleIds(int type, TraciReply reply) throws ProtocolException {
        if (type != TraciConstants.TYPE_STRINGLIST) {
            return false;
        }
        vehicleIds = reply.texts(vehiclesBefore);
        return true;
    }

    /** Counts a vehicle on an observed lane whose own count is not retrieved. */
    void addVehicle(ObservedObject lane, boolean halting, double itsWaitingSeconds) {
        for (int place : lane.places()) {
            lanes[0][place]++;
            lanes[1][place] += halting ? 1 : 0;
        }
        for (int place : lane.waitingPlaces()) {
            waitingSeconds[place] += itsWaitingSeconds;
        }
    }

    private boolean acceptVehicle(int[] places, int variable, int type, TraciReply reply) throws ProtocolException {
        if (places.length == 0 || !vehicles[places[0]].accept(variable, type, reply)) {
            return false;
        }
        for (int place : places) {
            vehicles[place] = vehicles[places[0]];
        }
        return true;
    }

    /** Throws a {@link io.clearway.simulation.SimulationException} for observed vehicles that are not on the road. */
    void requireVehicles(List<String> ids) {
        for (int place = 0; place < vehicles.length; place++) {
            vehicles[place].requireOnRoad(ids.get(place), seconds);
        }
    }

    private boolean acceptTotal(int variable, int type, TraciReply reply) throws ProtocolException {
        switch (variable) {
            case TraciConstants.VAR_TIME -> seconds = reply.number(type);
            case TraciConstants.VAR_DEPARTED_VEHICLES_NUMBER -> departed = (int) reply.number(type);
            case TraciConstants.VAR_ARRIVED_VEHICLES_NUMBER -> arrived = (int) reply.number(type);
            case TraciConstants.VAR_TELEPORT_STARTING_VEHICLES_NUMBER -> teleported = (int) reply.number(type);
            case TraciConstants.VAR_COLLIDING_VEHICLES_NUMBER -> collided = (int) reply.number(type);
            case TraciConstants.VAR_PENDING_VEHICLES -> {
                if (type != TraciConstants.TYPE_STRINGLIST) {
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

    /** Number of values of observed variables read so far. */
    int accepted() {
        return accepted;
    }

    public double seconds() {
        return seconds;
    }

    /** Vehicles in the network. */
    int running() {
        return vehicleIds.size();
    }

    /** Their ids. */
    List<String> vehicleIds() {
        return vehicleIds;
    }

    /** Vehicles that were on a loop during the last step. */
    List<String> vehiclesOnLoop(int loop) {
        return vehiclesOnLoops.get(loop);
    }

    /** Share of the last step for which a loop was occupied. */
    double loopOccupancy(int loop) {
        return loopOccupancy[loop];
    }

    /** The readings before the first step. */
    public Readings first() {
        return readings(new TrafficCounts(0, 0, 0, 0, running(), pending));
    }

    /** The readings after a step, once all values were read. */
    public Readings finish() {
        return readings(counts());
    }

    /** Counts of the whole network in the last step. */
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

package io.clearway.sumo.reading;

import io.clearway.simulation.SimulationException;
import io.clearway.simulation.VehicleState;
import io.clearway.sumo.traci.TraciConstants;
import io.clearway.sumo.traci.TraciReply;
import java.net.ProtocolException;

/** State of one vehicle while it is received. */
final class VehicleBuilder {
    /** SUMO reports a speed far below this for a vehicle that it is teleporting. */
    private static final double OFF_THE_ROAD = -1e6;

    private String lane = "";
    private double position = Double.NaN;
    private double speed = Double.NaN;

    /** Reads a value of an observed variable; false leaves another one unread. */
    boolean accept(int variable, int type, TraciReply reply) throws ProtocolException {
        switch (variable) {
            case TraciConstants.VAR_SPEED -> speed = reply.number(type);
            case TraciConstants.VAR_LANEPOSITION -> position = reply.number(type);
            case TraciConstants.VAR_LANE_ID -> {
                if (type != TraciConstants.TYPE_STRING) {
                    return false;
                }
                lane = reply.text();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** SUMO reports no values of a vehicle that has left, and invalid ones of one that it is teleporting. */
    void requireOnRoad(String vehicle, double seconds) {
        if (Double.isNaN(speed) || Double.isNaN(position)) {
            throw new SimulationException(
                    "Vehicle '%s' is subscribed to but not in the network any more, at %s s: it arrived or was removed"
                            .formatted(vehicle, seconds));
        }
        if (speed < OFF_THE_ROAD || lane.isEmpty()) {
            throw new SimulationException(
                    "Vehicle '%s' is subscribed to but off the road at %s s: SUMO is teleporting it"
                            .formatted(vehicle, seconds));
        }
    }

    VehicleState state() {
        return new VehicleState(lane, position, speed);
    }
}

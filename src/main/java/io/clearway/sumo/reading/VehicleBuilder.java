package io.clearway.sumo.reading;

import io.clearway.simulation.SimulationException;
import io.clearway.simulation.VehicleState;
import io.clearway.sumo.traci.Traci;
import io.clearway.sumo.traci.TraciReply;
import java.net.ProtocolException;

/** What comes in about one vehicle. */
final class VehicleBuilder {
    /** SUMO's speed of a vehicle that it is moving by hand is far below this. */
    private static final double OFF_THE_ROAD = -1e6;

    private String lane = "";
    private double position = Double.NaN;
    private double speed = Double.NaN;

    /** Takes a value if it is one that was asked for; false leaves it unread. */
    boolean take(int variable, int type, TraciReply reply) throws ProtocolException {
        switch (variable) {
            case Traci.SPEED -> speed = reply.number(type);
            case Traci.LANE_POSITION -> position = reply.number(type);
            case Traci.LANE_ID -> {
                if (type != Traci.STRING) {
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

    /** SUMO says nothing of a vehicle that has left, and nonsense of one that it carries elsewhere. */
    void requireOnRoad(String vehicle, double seconds) {
        if (Double.isNaN(speed) || Double.isNaN(position)) {
            throw new SimulationException(
                    "Vehicle '%s' is watched but not in the network any more, at %s s: it arrived or was taken out"
                            .formatted(vehicle, seconds));
        }
        if (speed < OFF_THE_ROAD || lane.isEmpty()) {
            throw new SimulationException("Vehicle '%s' is watched but off the road at %s s: SUMO is moving it by hand"
                    .formatted(vehicle, seconds));
        }
    }

    VehicleState state() {
        return new VehicleState(lane, position, speed);
    }
}

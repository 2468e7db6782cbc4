package io.clearway.sumo.reading;

import io.clearway.sumo.traci.TraciMessage;
import io.clearway.sumo.traci.TraciReply;
import io.clearway.sumo.traci.VehicleCommands;
import java.net.ProtocolException;
import java.util.List;
import java.util.Map;

/** Retrieves the lanes of vehicles and counts the vehicles there as SUMO counts those of a lane. */
final class LaneAggregator {
    /** SUMO calls a slower vehicle halting. */
    private static final double HALTING_METERS_PER_SECOND = 0.1;

    private LaneAggregator() {}

    /** Adds the commands that retrieve lane, speed and waiting time of each vehicle. */
    static void encode(List<String> vehicles, TraciMessage message) {
        for (String vehicle : vehicles) {
            VehicleCommands.LANE_ID.encode(message, vehicle);
            VehicleCommands.SPEED.encode(message, vehicle);
            VehicleCommands.WAITING_TIME.encode(message, vehicle);
        }
    }

    /** Reads the replies for a number of vehicles and counts those on observed lanes. */
    static void decode(int vehicles, TraciReply reply, Map<String, Subscription> lanes, ReadingsBuilder builder)
            throws ProtocolException {
        for (int i = 0; i < vehicles; i++) {
            Subscription lane = lanes.get(VehicleCommands.LANE_ID.decode(reply));
            boolean halting = VehicleCommands.SPEED.decode(reply) < HALTING_METERS_PER_SECOND;
            double waitingSeconds = VehicleCommands.WAITING_TIME.decode(reply);
            if (lane != null) {
                builder.addVehicle(lane.object(), halting, waitingSeconds);
            }
        }
    }
}

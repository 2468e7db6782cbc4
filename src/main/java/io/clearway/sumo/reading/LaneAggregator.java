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

    /** Takes lane and speed of a vehicle. */
    @FunctionalInterface
    interface Sight {
        void see(String vehicle, String lane, double metersPerSecond);
    }

    /** Adds the commands that retrieve lane, speed and waiting time of each vehicle. */
    static void encode(List<String> vehicles, TraciMessage message) {
        for (String vehicle : vehicles) {
            VehicleCommands.LANE_ID.encode(message, vehicle);
            VehicleCommands.SPEED.encode(message, vehicle);
            VehicleCommands.WAITING_TIME.encode(message, vehicle);
        }
    }

    /** Reads the replies for these vehicles and counts those on observed lanes; shows each to a tracker. */
    static void decode(
            List<String> vehicles,
            TraciReply reply,
            Map<String, Subscription> lanes,
            ReadingsBuilder builder,
            LastLanes last,
            Sight sight)
            throws ProtocolException {
        for (String vehicle : vehicles) {
            String on = VehicleCommands.laneId(reply, last.of(vehicle));
            last.comesOnto(on);
            double speed = VehicleCommands.number(VehicleCommands.SPEED, reply);
            double waitingSeconds = VehicleCommands.number(VehicleCommands.WAITING_TIME, reply);
            sight.see(vehicle, on, speed);
            Subscription lane = lanes.get(on);
            boolean halting = speed < HALTING_METERS_PER_SECOND;
            if (lane != null) {
                builder.addVehicle(lane.object(), halting, waitingSeconds);
            }
        }
        last.end(vehicles);
    }
}

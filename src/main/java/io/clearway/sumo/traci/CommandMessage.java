package io.clearway.sumo.traci;

import io.clearway.simulation.Commands;
import io.clearway.simulation.DriverChecks;
import java.io.IOException;
import java.util.List;

/** Orders as TraCI commands, and the statuses that answer them. */
public final class CommandMessage {
    private CommandMessage() {}

    public static void add(TraciMessage message, Commands orders) {
        orders.lights().forEach((light, state) -> setLight(message, light, Traci.LIGHT_STATE, state));
        orders.speeds()
                .forEach((vehicle, speed) -> message.begin(Traci.VEHICLE + Traci.SETS)
                        .raw(Traci.SPEED)
                        .text(vehicle)
                        .raw(Traci.DOUBLE)
                        .real(speed)
                        .end());
    }

    public static void setLight(TraciMessage message, String light, int variable, String value) {
        message.begin(Traci.LIGHT + Traci.SETS).raw(variable).text(light);
        message.raw(Traci.STRING).text(value).end();
    }

    /**
     * Reads what SUMO says to each order. When the step after them covers several of its own, SUMO 1.15 says nothing:
     * lights are checked before, and who commands a vehicle does well to watch it.
     */
    public static void readStatuses(TraciReply reply, Commands orders, CommandErrors refusals) throws IOException {
        for (String light : orders.lights().keySet()) {
            if (reply.isNext(Traci.STEP)) {
                return;
            }
            refusals.read(reply, Traci.LIGHT + Traci.SETS, "set light", light);
        }
        for (String vehicle : orders.speeds().keySet()) {
            if (reply.isNext(Traci.STEP)) {
                return;
            }
            refusals.read(reply, Traci.VEHICLE + Traci.SETS, "command vehicle", vehicle);
        }
    }

    /** Adds two commands for each vehicle: keep to your lane, and insist on these checks only. */
    public static void addTakeOver(TraciMessage message, List<String> vehicles, DriverChecks checks) {
        for (String vehicle : vehicles) {
            setMode(message, vehicle, Traci.LANE_CHANGE_MODE, 0);
            setMode(message, vehicle, Traci.SPEED_MODE, speedMode(checks));
        }
    }

    private static void setMode(TraciMessage message, String vehicle, int variable, int value) {
        message.begin(Traci.VEHICLE + Traci.SETS).raw(variable).text(vehicle);
        message.raw(Traci.INTEGER).integer(value).end();
    }

    /** SUMO's "speed mode", a bit for each check. */
    static int speedMode(DriverChecks checks) {
        return (checks.safeSpeed() ? 1 : 0)
                | (checks.highestAcceleration() ? 2 : 0)
                | (checks.highestDeceleration() ? 4 : 0)
                | (checks.rightOfWay() ? 8 : 0)
                | (checks.redLights() ? 16 : 0);
    }

    public static void readTakeOver(TraciReply reply, List<String> vehicles, CommandErrors refusals)
            throws IOException {
        for (String vehicle : vehicles) {
            refusals.read(reply, Traci.VEHICLE + Traci.SETS, "keep on its lane vehicle", vehicle);
            refusals.read(reply, Traci.VEHICLE + Traci.SETS, "take over vehicle", vehicle);
        }
    }
}

package io.clearway.sumo.traci;

import io.clearway.simulation.DriverChecks;
import java.net.ProtocolException;
import java.util.List;

/**
 * Commands that change vehicles, and their variables.
 *
 * @see <a href="https://sumo.dlr.de/docs/TraCI/Change_Vehicle_State.html">SUMO: TraCI/Change Vehicle State</a>
 * @see <a href="https://sumo.dlr.de/docs/TraCI/Vehicle_Value_Retrieval.html">SUMO: TraCI/Vehicle Value Retrieval</a>
 */
public final class VehicleCommands {
    static final TraciVariable<List<String>> ID_LIST = variable(TraciConstants.TRACI_ID_LIST, TraciReply::typedTexts);

    public static final TraciVariable<String> LANE_ID = variable(TraciConstants.VAR_LANE_ID, TraciReply::typedText);

    /** In m/s. */
    public static final TraciVariable<Double> SPEED = variable(TraciConstants.VAR_SPEED, TraciReply::typedNumber);

    /** Seconds since it last drove faster than 0.1 m/s. */
    public static final TraciVariable<Double> WAITING_TIME =
            variable(TraciConstants.VAR_WAITING_TIME, TraciReply::typedNumber);

    /** Of its front, in meters from the beginning of its lane. */
    public static final TraciVariable<Double> LANE_POSITION =
            variable(TraciConstants.VAR_LANEPOSITION, TraciReply::typedNumber);

    /** In meters. */
    public static final TraciVariable<Double> LENGTH = variable(TraciConstants.VAR_LENGTH, TraciReply::typedNumber);

    /** Seconds lost since departure, against driving at the desired speed. */
    static final TraciVariable<Double> TIME_LOSS = variable(TraciConstants.VAR_TIMELOSS, TraciReply::typedNumber);

    /** Such as {@code passenger}. */
    static final TraciVariable<String> VEHICLE_CLASS = variable(TraciConstants.VAR_VEHICLECLASS, TraciReply::typedText);

    /** In degrees, 0 is north. */
    static final TraciVariable<Double> ANGLE = variable(TraciConstants.VAR_ANGLE, TraciReply::typedNumber);

    static final TraciVariable<Position> POSITION = variable(TraciConstants.VAR_POSITION, VehicleCommands::position);

    // bits of the speed mode
    private static final int SAFE_SPEED = 1;
    private static final int MAXIMUM_ACCELERATION = 1 << 1;
    private static final int MAXIMUM_DECELERATION = 1 << 2;
    private static final int RIGHT_OF_WAY = 1 << 3;
    private static final int RED_LIGHTS = 1 << 4;

    private static final int NO_LANE_CHANGES = 0;

    private VehicleCommands() {}

    /** Of a vehicle's front, in the network's coordinates. */
    record Position(double xMeters, double yMeters) {}

    /** {@code VAR_SPEED}: the speed to drive from now on; negative: as the car-following model says. */
    public static TraciCommand<TraciCommand.Acknowledgment> setSpeed(String vehicle, double metersPerSecond) {
        return new SetVariable(
                TraciConstants.CMD_SET_VEHICLE_VARIABLE,
                TraciConstants.VAR_SPEED,
                "speed of vehicle",
                vehicle,
                message -> message.typedReal(metersPerSecond));
    }

    /** {@code VAR_SPEEDSETMODE}: which checks bound a speed that is set. */
    public static TraciCommand<TraciCommand.Acknowledgment> setSpeedMode(String vehicle, DriverChecks checks) {
        return new SetVariable(
                TraciConstants.CMD_SET_VEHICLE_VARIABLE,
                TraciConstants.VAR_SPEEDSETMODE,
                "speed mode of vehicle",
                vehicle,
                message -> message.typedInteger(speedMode(checks)));
    }

    private static int speedMode(DriverChecks checks) {
        return (checks.safeSpeed() ? SAFE_SPEED : 0)
                | (checks.highestAcceleration() ? MAXIMUM_ACCELERATION : 0)
                | (checks.highestDeceleration() ? MAXIMUM_DECELERATION : 0)
                | (checks.rightOfWay() ? RIGHT_OF_WAY : 0)
                | (checks.redLights() ? RED_LIGHTS : 0);
    }

    /** {@code VAR_LANECHANGE_MODE}: no lane changes from now on. */
    public static TraciCommand<TraciCommand.Acknowledgment> keepLane(String vehicle) {
        return new SetVariable(
                TraciConstants.CMD_SET_VEHICLE_VARIABLE,
                TraciConstants.VAR_LANECHANGE_MODE,
                "lane-change mode of vehicle",
                vehicle,
                message -> message.typedInteger(NO_LANE_CHANGES));
    }

    /** Reads the reply to a variable that is a number, without an object for it. */
    public static double number(TraciVariable<Double> variable, TraciReply reply) throws ProtocolException {
        variable.enter(reply);
        double number = reply.typedNumber();
        reply.leave();
        return number;
    }

    /** Reads the reply to {@link #LANE_ID}; the likely text itself where it is that. */
    public static String laneId(TraciReply reply, String likely) throws ProtocolException {
        LANE_ID.enter(reply);
        String lane = reply.typedText(likely);
        reply.leave();
        return lane;
    }

    private static <T> TraciVariable<T> variable(int variable, TraciVariable.Decoder<T> decoder) {
        return new TraciVariable<>(TraciDomain.VEHICLE, variable, decoder);
    }

    private static Position position(TraciReply reply) throws ProtocolException {
        reply.type(TraciConstants.POSITION_2D);
        return new Position(reply.real(), reply.real());
    }
}

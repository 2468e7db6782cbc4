package io.clearway.sumo.traci;

/**
 * Numbers of the TraCI protocol under SUMO's own names, see {@code TraCIConstants.h}.
 *
 * @see <a href="https://sumo.dlr.de/docs/TraCI/Protocol.html">SUMO: TraCI/Protocol</a>
 */
public final class TraciConstants {
    static final int CMD_GETVERSION = 0x00;
    public static final int CMD_SIMSTEP = 0x02;
    static final int CMD_SETORDER = 0x03;
    static final int CMD_CLOSE = 0x7F;

    static final int CMD_GET_INDUCTIONLOOP_VARIABLE = 0xA0;
    static final int CMD_GET_TL_VARIABLE = 0xA2;
    static final int CMD_GET_LANE_VARIABLE = 0xA3;
    static final int CMD_GET_VEHICLE_VARIABLE = 0xA4;
    static final int CMD_GET_VEHICLETYPE_VARIABLE = 0xA5;
    static final int CMD_GET_EDGE_VARIABLE = 0xAA;
    static final int CMD_GET_SIM_VARIABLE = 0xAB;
    static final int CMD_GET_LANEAREA_VARIABLE = 0xAD;
    static final int CMD_GET_PERSON_VARIABLE = 0xAE;

    static final int CMD_SET_TL_VARIABLE = 0xC2;
    static final int CMD_SET_VEHICLE_VARIABLE = 0xC4;

    static final int CMD_SUBSCRIBE_INDUCTIONLOOP_VARIABLE = 0xD0;
    static final int CMD_SUBSCRIBE_TL_VARIABLE = 0xD2;
    static final int CMD_SUBSCRIBE_LANE_VARIABLE = 0xD3;
    static final int CMD_SUBSCRIBE_VEHICLE_VARIABLE = 0xD4;
    static final int CMD_SUBSCRIBE_VEHICLETYPE_VARIABLE = 0xD5;
    static final int CMD_SUBSCRIBE_EDGE_VARIABLE = 0xDA;
    static final int CMD_SUBSCRIBE_SIM_VARIABLE = 0xDB;
    static final int CMD_SUBSCRIBE_LANEAREA_VARIABLE = 0xDD;
    static final int CMD_SUBSCRIBE_PERSON_VARIABLE = 0xDE;

    /** From each {@code CMD_GET_…} and {@code CMD_SUBSCRIBE_…} to its {@code RESPONSE_…}. */
    static final int RESPONSE_OFFSET = 0x10;

    public static final int TRACI_ID_LIST = 0x00;
    public static final int LAST_STEP_VEHICLE_NUMBER = 0x10;
    public static final int LAST_STEP_VEHICLE_ID_LIST = 0x12;
    static final int LAST_STEP_PERSON_ID_LIST = 0x1A;
    public static final int LAST_STEP_OCCUPANCY = 0x13;
    public static final int LAST_STEP_VEHICLE_HALTING_NUMBER = 0x14;
    static final int VAR_END = 0x1D;
    public static final int TL_RED_YELLOW_GREEN_STATE = 0x20;
    static final int TL_PROGRAM = 0x23;
    static final int TL_PHASE_DURATION = 0x24;
    static final int TL_CONTROLLED_LINKS = 0x27;
    static final int TL_CURRENT_PROGRAM = 0x29;
    static final int TL_COMPLETE_DEFINITION_RYG = 0x2B;
    static final int LANE_LINKS = 0x33;
    static final int VAR_FOES = 0x37;
    public static final int VAR_SPEED = 0x40;
    static final int VAR_POSITION = 0x42;
    static final int VAR_ANGLE = 0x43;
    static final int VAR_TIMELOSS = 0x8C;
    static final int VAR_VEHICLECLASS = 0x49;
    public static final int VAR_LANE_ID = 0x51;
    static final int VAR_LENGTH = 0x44;
    public static final int VAR_LANEPOSITION = 0x56;
    public static final int VAR_TIME = 0x66;
    public static final int VAR_DEPARTED_VEHICLES_NUMBER = 0x73;
    public static final int VAR_TELEPORT_STARTING_VEHICLES_NUMBER = 0x75;
    public static final int VAR_ARRIVED_VEHICLES_NUMBER = 0x79;
    public static final int VAR_WAITING_TIME = 0x7A;
    public static final int VAR_COLLIDING_VEHICLES_NUMBER = 0x80;
    public static final int VAR_PENDING_VEHICLES = 0x94;
    static final int VAR_SPEEDSETMODE = 0xB3;
    static final int VAR_LANECHANGE_MODE = 0xB6;
    static final int VAR_NEXT_EDGE = 0xC1;

    static final int POSITION_LON_LAT = 0x00;
    static final int POSITION_2D = 0x01;
    static final int POSITION_LON_LAT_ALT = 0x02;
    static final int POSITION_3D = 0x03;
    static final int POSITION_ROADMAP = 0x04;
    static final int TYPE_POLYGON = 0x06;
    static final int TYPE_UBYTE = 0x07;
    static final int TYPE_BYTE = 0x08;
    static final int TYPE_INTEGER = 0x09;
    static final int TYPE_DOUBLE = 0x0B;
    public static final int TYPE_STRING = 0x0C;
    public static final int TYPE_STRINGLIST = 0x0E;
    static final int TYPE_COMPOUND = 0x0F;
    static final int TYPE_DOUBLELIST = 0x10;
    static final int TYPE_COLOR = 0x11;

    /** Status of a command that SUMO executed. */
    public static final int RTYPE_OK = 0x00;

    /** As begin and end of a subscription: from now on, without end. */
    static final double INVALID_DOUBLE_VALUE = -1_073_741_824.0;

    private TraciConstants() {}
}

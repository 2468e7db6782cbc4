package io.clearway.sumo.traci;

/** Numbers of SUMO's TraCI protocol, as its documentation and {@code TraCIConstants.h} give them. */
public final class Traci {
    /** API of SUMO 1.0.0, where times became floating-point seconds. */
    static final int OLDEST_API = 18;

    static final int GET_VERSION = 0x00;
    public static final int STEP = 0x02;
    public static final int SET_ORDER = 0x03;
    public static final int CLOSE = 0x7F;

    // domains: 0xA0 + n asks, + 0x10 answers, + 0x20 sets, + 0x30 subscribes, + 0x40 answers a subscription
    public static final int LOOP = 0xA0;
    public static final int LIGHT = 0xA2;
    public static final int LANE = 0xA3;
    public static final int VEHICLE = 0xA4;
    public static final int SIMULATION = 0xAB;
    public static final int LANE_AREA = 0xAD;
    public static final int ANSWERS = 0x10;
    public static final int SETS = 0x20;
    public static final int SUBSCRIBES = 0x30;
    public static final int ANSWERS_SUBSCRIPTION = 0x40;

    public static final int ID_LIST = 0x00;
    public static final int VEHICLES = 0x10;
    public static final int VEHICLE_IDS = 0x12;
    public static final int OCCUPANCY = 0x13;
    public static final int HALTING = 0x14;
    public static final int END = 0x1D;
    public static final int LIGHT_STATE = 0x20;
    public static final int LIGHT_PROGRAM = 0x23;
    static final int LIGHT_PHASE_SECONDS = 0x24;
    static final int LIGHT_LINKS = 0x27;
    static final int LIGHT_CURRENT_PROGRAM = 0x29;
    static final int LIGHT_DEFINITION = 0x2B;
    static final int LANE_LINKS = 0x33;
    static final int LANE_FOES = 0x37;
    public static final int SPEED = 0x40;
    static final int POSITION = 0x42;
    static final int ANGLE = 0x43;
    public static final int LANE_ID = 0x51;
    public static final int LANE_POSITION = 0x56;
    public static final int TIME = 0x66;
    public static final int DEPARTED = 0x73;
    public static final int TELEPORTED = 0x75;
    public static final int ARRIVED = 0x79;
    public static final int WAITING_SECONDS = 0x7A;
    public static final int STEP_SECONDS = 0x7B;
    public static final int COLLIDING = 0x80;
    public static final int PENDING = 0x94;
    static final int SPEED_MODE = 0xB3;
    static final int LANE_CHANGE_MODE = 0xB6;

    static final int LON_LAT = 0x00;
    static final int POSITION_2D = 0x01;
    static final int LON_LAT_ALT = 0x02;
    static final int POSITION_3D = 0x03;
    static final int ROAD_MAP = 0x04;
    static final int POLYGON = 0x06;
    static final int UNSIGNED_BYTE = 0x07;
    static final int BYTE = 0x08;
    static final int INTEGER = 0x09;
    static final int DOUBLE = 0x0B;
    public static final int STRING = 0x0C;
    public static final int STRING_LIST = 0x0E;
    static final int COMPOUND = 0x0F;
    static final int DOUBLE_LIST = 0x10;
    static final int COLOR = 0x11;

    public static final int OK = 0x00;

    /** Stands for "from now on" and "for ever" in a subscription. */
    public static final double NO_TIME = -1_073_741_824.0;

    private Traci() {}
}

package io.clearway.sumo.traci;

/**
 * A kind of SUMO's objects, with the commands that retrieve its variables and subscribe to them.
 *
 * @see <a href="https://sumo.dlr.de/docs/TraCI/index.html">SUMO: TraCI</a>
 */
public enum TraciDomain {
    /** <a href="https://sumo.dlr.de/docs/TraCI/Induction_Loop_Value_Retrieval.html">Induction loops</a> (E1). */
    INDUCTION_LOOP(TraciConstants.CMD_GET_INDUCTIONLOOP_VARIABLE, TraciConstants.CMD_SUBSCRIBE_INDUCTIONLOOP_VARIABLE),
    /** <a href="https://sumo.dlr.de/docs/TraCI/Traffic_Lights_Value_Retrieval.html">Traffic lights</a>. */
    TRAFFIC_LIGHT(TraciConstants.CMD_GET_TL_VARIABLE, TraciConstants.CMD_SUBSCRIBE_TL_VARIABLE),
    /** <a href="https://sumo.dlr.de/docs/TraCI/Lane_Value_Retrieval.html">Lanes</a>. */
    LANE(TraciConstants.CMD_GET_LANE_VARIABLE, TraciConstants.CMD_SUBSCRIBE_LANE_VARIABLE),
    /**
     * <a href="https://sumo.dlr.de/docs/TraCI/Edge_Value_Retrieval.html">Roads</a>, crossings and walking areas too.
     */
    EDGE(TraciConstants.CMD_GET_EDGE_VARIABLE, TraciConstants.CMD_SUBSCRIBE_EDGE_VARIABLE),
    /** <a href="https://sumo.dlr.de/docs/TraCI/Person_Value_Retrieval.html">Persons</a>. */
    PERSON(TraciConstants.CMD_GET_PERSON_VARIABLE, TraciConstants.CMD_SUBSCRIBE_PERSON_VARIABLE),
    /** <a href="https://sumo.dlr.de/docs/TraCI/Vehicle_Value_Retrieval.html">Vehicles</a>. */
    VEHICLE(TraciConstants.CMD_GET_VEHICLE_VARIABLE, TraciConstants.CMD_SUBSCRIBE_VEHICLE_VARIABLE),
    /** <a href="https://sumo.dlr.de/docs/TraCI/VehicleType_Value_Retrieval.html">Types of vehicles</a>. */
    VEHICLE_TYPE(TraciConstants.CMD_GET_VEHICLETYPE_VARIABLE, TraciConstants.CMD_SUBSCRIBE_VEHICLETYPE_VARIABLE),
    /** <a href="https://sumo.dlr.de/docs/TraCI/Simulation_Value_Retrieval.html">The simulation as a whole</a>. */
    SIMULATION(TraciConstants.CMD_GET_SIM_VARIABLE, TraciConstants.CMD_SUBSCRIBE_SIM_VARIABLE),
    /**
     * <a href="https://sumo.dlr.de/docs/TraCI/Lane_Area_Detector_Value_Retrieval.html">Lane-area detectors</a> (E2).
     */
    LANE_AREA(TraciConstants.CMD_GET_LANEAREA_VARIABLE, TraciConstants.CMD_SUBSCRIBE_LANEAREA_VARIABLE);

    private final int getCommand;
    private final int subscribeCommand;

    TraciDomain(int getCommand, int subscribeCommand) {
        this.getCommand = getCommand;
        this.subscribeCommand = subscribeCommand;
    }

    /** {@code CMD_GET_…_VARIABLE}. */
    public int getCommand() {
        return getCommand;
    }

    /** {@code RESPONSE_GET_…_VARIABLE}. */
    public int getResponse() {
        return getCommand + TraciConstants.RESPONSE_OFFSET;
    }

    /** {@code CMD_SUBSCRIBE_…_VARIABLE}. */
    int subscribeCommand() {
        return subscribeCommand;
    }

    /** {@code RESPONSE_SUBSCRIBE_…_VARIABLE}. */
    public int subscribeResponse() {
        return subscribeCommand + TraciConstants.RESPONSE_OFFSET;
    }
}

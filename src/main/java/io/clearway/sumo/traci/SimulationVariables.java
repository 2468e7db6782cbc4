package io.clearway.sumo.traci;

/**
 * Variables of the simulation as a whole; its object has no id.
 *
 * @see <a href="https://sumo.dlr.de/docs/TraCI/Simulation_Value_Retrieval.html">SUMO: TraCI/Simulation Value
 *     Retrieval</a>
 */
public final class SimulationVariables {
    private static final String NO_ID = "";

    private SimulationVariables() {}

    /** {@code VAR_END}: simulated time at which the simulation ends; negative: without end. */
    public static TraciCommand<Double> endSeconds() {
        return variable(TraciConstants.VAR_END).of(NO_ID);
    }

    private static TraciVariable<Double> variable(int variable) {
        return new TraciVariable<>(TraciDomain.SIMULATION, variable, TraciReply::typedNumber);
    }
}

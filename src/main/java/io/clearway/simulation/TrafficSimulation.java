package io.clearway.simulation;

import java.util.List;
import java.util.Map;

/**
 * One running simulation. Used by one thread at a time; closing it ends what {@link TrafficSimulator#start} began, and
 * only lets go of what {@link TrafficSimulator#attach} joined. Every call may throw {@link SimulationException}.
 */
public interface TrafficSimulation extends AutoCloseable {
    /** Name and version of the simulator that runs it. */
    String version();

    /** The network's traffic lights with their links, asked from the simulation itself. */
    List<RoadNetwork.TrafficLight> lights();

    /** Chooses what every later {@link #advance} reads; replaces an earlier choice. */
    Readings watch(SubscriptionSpec watch);

    /**
     * Carries out orders, runs on and reads what is watched.
     *
     * @param orders to lights and vehicles
     * @param untilSeconds simulated time to run to
     */
    Readings advance(Commands orders, double untilSeconds);

    /**
     * Sets lights, runs on and reads what is watched.
     *
     * @param states signal state to show from now on, by traffic light; lights not named stay as they are
     * @param untilSeconds simulated time to run to
     */
    default Readings advance(Map<String, String> states, double untilSeconds) {
        return advance(Commands.toLights(states), untilSeconds);
    }

    /**
     * Has vehicles driven from outside: from now on they keep to their lanes, and of their drivers only these checks
     * bound the speeds that {@link #advance} commands.
     *
     * @param vehicles vehicles on the road
     */
    default void takeOver(List<String> vehicles, DriverChecks checks) {
        throw new SimulationException(version() + " does not let its vehicles be driven from outside");
    }

    /**
     * Sets lights and runs on like {@link #advance}, but reads nothing but the counts; those of later readings begin
     * anew.
     */
    default TrafficCounts pass(Map<String, String> states, double untilSeconds) {
        return advance(states, untilSeconds).counts();
    }

    /** Where all vehicles on the road are now; none where the simulator does not tell. Costs a question per vehicle. */
    default List<VehiclePlace> vehicles() {
        return List.of();
    }

    /** Simulated time at which it is set to end; infinite when it is not. */
    default double endSeconds() {
        return Double.POSITIVE_INFINITY;
    }

    /** Hands a light back to a program of its own network. */
    void release(String light, String program);

    /** Ends a simulation of our own in good order and tells what its trips came to. */
    TripStatistics finish();

    /** Frees everything; safe to call at any time, more than once. */
    @Override
    void close();
}

package io.clearway.simulation;

import io.clearway.simulation.passages.PassageObserver;
import io.clearway.simulation.passages.WatchedPlaces;
import io.clearway.simulation.trips.SimulationRecords;
import io.clearway.simulation.trips.VehicleLoss;
import java.util.List;
import java.util.Map;

/**
 * One running simulation. Used by one thread at a time; closing it ends a simulation that
 * {@link TrafficSimulator#start} began, and disconnects from one that {@link TrafficSimulator#attach} joined. Every
 * call may throw {@link SimulationException}.
 */
public interface TrafficSimulation extends AutoCloseable {
    /** Name and version of the simulator that runs it. */
    String version();

    /** The network's traffic lights with their links, as the simulation reports them. */
    List<RoadNetwork.TrafficLight> lights();

    /**
     * Subscribes to what every later {@link #advance} reads; replaces an earlier subscription. Gives the present
     * values.
     */
    Readings subscribe(SubscriptionSpec spec);

    /**
     * Carries out commands, runs on and reads what is subscribed to.
     *
     * @param commands to lights and vehicles
     * @param untilSeconds simulated time to run to
     */
    Readings advance(Commands commands, double untilSeconds);

    /**
     * Sets lights, runs on and reads what is subscribed to.
     *
     * @param states signal state to show from now on, by traffic light; lights not named stay as they are
     * @param untilSeconds simulated time to run to
     */
    default Readings advance(Map<String, String> states, double untilSeconds) {
        return advance(Commands.toLights(states), untilSeconds);
    }

    /**
     * Takes control of vehicles: from now on they keep their lanes, and only these checks limit the speeds that
     * {@link #advance} sets.
     *
     * @param vehicles vehicles in the network
     */
    default void takeControl(List<String> vehicles, DriverChecks checks) {
        throw new SimulationException(version() + " does not support setting the speed of vehicles");
    }

    /**
     * Sets lights and runs on like {@link #advance}, but reads the counts only; those of later readings begin at zero.
     */
    default TrafficCounts advanceCounting(Map<String, String> states, double untilSeconds) {
        return advance(states, untilSeconds).counts();
    }

    /**
     * Watches places: from now on what passes them, and who waits there, is given while the simulation advances, which
     * is then done step by step. The traffic is the same.
     *
     * @param places of the network
     * @param observer is called by {@link #advance} and {@link #advanceCounting}
     */
    default void watch(WatchedPlaces places, PassageObserver observer) {
        throw new SimulationException(version() + " does not tell what passes places on lanes");
    }

    /** Present positions of all vehicles in the network; none where the simulator does not report them. */
    default List<VehiclePosition> vehicles() {
        return List.of();
    }

    /**
     * What each vehicle in the network has lost since its departure; none where the simulator does not report it. Ask
     * before the next {@link #advance}: among several clients SUMO answers only when the others have stepped, too.
     */
    default List<VehicleLoss> timeLosses() {
        return List.of();
    }

    /** Simulated time at which it ends by itself; infinite when it does not. */
    default double endSeconds() {
        return Double.POSITIVE_INFINITY;
    }

    /** Lets a program of the network control a light again. */
    void resumeProgram(String light, String program);

    /** Ends a simulation that was started here and gives the statistics of its trips. */
    TripStatistics finish();

    /**
     * Ends it as {@link #finish()} does, and gives what it recorded; a simulator that records nothing gives nothing.
     */
    default TripStatistics finish(SimulationRecords records) {
        return finish();
    }

    /** Frees all resources; may be called at any time, more than once. */
    @Override
    void close();
}

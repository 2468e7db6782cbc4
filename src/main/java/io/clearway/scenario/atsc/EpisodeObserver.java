package io.clearway.scenario.atsc;

import io.clearway.metric.CorridorMeasures;
import io.clearway.simulation.Readings;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.trips.SimulationRecords;
import java.util.List;

/** Looks on at an episode, which does not depend on it; closed with the episode. */
interface EpisodeObserver extends AutoCloseable {
    /** Nobody looks on. */
    EpisodeObserver NONE = new EpisodeObserver() {};

    /** Makes the observer of an episode. */
    @FunctionalInterface
    interface Source {
        /**
         * The observer of an episode.
         *
         * @param setup what is simulated, before {@link #equip}
         */
        EpisodeObserver of(SimulationSetup setup, long seed);
    }

    /** What is simulated, with what the observer needs. */
    default SimulationSetup equip(SimulationSetup setup) {
        return setup;
    }

    /** The simulation has begun and was not advanced yet. */
    default void begin(TrafficSimulation simulation) {}

    /**
     * Sees each sample.
     *
     * @param readings of the moment
     * @param queues what was made of them
     */
    default void sample(Readings readings, Queues queues) {}

    /** Receives what the simulation recorded when it ends. */
    default SimulationRecords records() {
        return SimulationRecords.NONE;
    }

    /** Completes what it writes, when the simulation has ended; what it measured along corridors. */
    default List<CorridorMeasures> complete() {
        return List.of();
    }

    /**
     * Queues at a moment.
     *
     * @param halting vehicles per signal link
     * @param waitingSeconds present waiting time, mean over the vehicles in the network
     */
    record Queues(double halting, double waitingSeconds) {}

    @Override
    default void close() {}
}

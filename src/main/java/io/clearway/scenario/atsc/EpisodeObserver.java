package io.clearway.scenario.atsc;

import io.clearway.simulation.Readings;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TripStatistics;

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

    /** Sees the readings of each sample. */
    default void sample(Readings readings) {}

    /** Ends the simulation. */
    default TripStatistics finish(TrafficSimulation simulation) {
        return simulation.finish();
    }

    @Override
    default void close() {}
}

package io.clearway.simulation.trips;

import io.clearway.metric.TravelMode;
import io.clearway.metric.TripMeasures.Emissions;

/**
 * One trip.
 *
 * @param mode who travelled
 * @param state how far it came
 * @param times until it ended, or the simulation did
 * @param stops number of involuntary stops
 * @param emissions of this trip
 */
public record Trip(TravelMode mode, TripState state, Times times, int stops, Emissions emissions) {
    /** How far a trip came. */
    public enum TripState {
        ARRIVED,
        /** In the network. */
        RUNNING,
        /** Due, but not yet in the network. */
        NOT_INSERTED,
        /** Taken out of the network before its end, as by a collision or a vaporizer. */
        REMOVED
    }

    /**
     * Times in seconds.
     *
     * @param departDelay between the time at which it was due, and its entry
     * @param duration in the network
     * @param timeLoss in the network, against driving at the desired speed
     * @param waiting in the network, standing involuntarily
     */
    public record Times(double departDelay, double duration, double timeLoss, double waiting) {}
}

package io.clearway.simulation.trips;

import io.clearway.metric.TravelMode;

/**
 * What a vehicle in the network has lost so far.
 *
 * @param vehicle its id
 * @param mode who travels
 * @param seconds time lost since its departure, against driving at the desired speed
 */
public record VehicleLoss(String vehicle, TravelMode mode, double seconds) {}

package io.clearway.simulation.trips;

import io.clearway.metric.TravelMode;
import io.clearway.metric.TripMeasures;
import java.util.EnumMap;
import java.util.Map;

/** Adds up trips one by one, so that a day of millions needs no more memory than one. */
public final class TripCollector {
    private final TripSums vehicles = new TripSums();
    private final Map<TravelMode, TripSums> byMode = new EnumMap<>(TravelMode.class);

    /** Adds a trip; those of walkers count for their mode only. */
    public void add(Trip trip) {
        if (trip.mode() != TravelMode.WALK) {
            vehicles.add(trip);
        }
        byMode.computeIfAbsent(trip.mode(), mode -> new TripSums()).add(trip);
    }

    /** The record of all trips added, with these totals of lanes. */
    public TravelRecord record(Map<String, LaneTotals> lanes) {
        Map<TravelMode, TripMeasures> measures = new EnumMap<>(TravelMode.class);
        byMode.forEach((mode, sums) -> measures.put(mode, sums.measures()));
        return new TravelRecord(vehicles.measures(), measures, lanes);
    }
}

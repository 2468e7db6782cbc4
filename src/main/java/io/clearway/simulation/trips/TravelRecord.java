package io.clearway.simulation.trips;

import io.clearway.metric.TravelMode;
import io.clearway.metric.TripMeasures;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a simulation recorded of its trips.
 *
 * @param vehicles all trips of vehicles
 * @param byMode all trips, walkers' included, by who travelled
 * @param lanes totals by lane, also of those inside junctions; empty unless {@link RecordDetail#COMPLETE}
 */
public record TravelRecord(TripMeasures vehicles, Map<TravelMode, TripMeasures> byMode, Map<String, LaneTotals> lanes) {
    /** Of a simulation that does not record trips. */
    public static final TravelRecord NONE = new TravelRecord(TripMeasures.NONE, Map.of(), Map.of());

    public TravelRecord {
        Map<TravelMode, TripMeasures> ordered = new EnumMap<>(TravelMode.class);
        ordered.putAll(byMode);
        byMode = Collections.unmodifiableMap(ordered);
        lanes = Map.copyOf(lanes);
    }
}

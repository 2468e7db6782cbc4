package io.clearway.metric;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Measures of an episode in detail.
 *
 * @param byMode those that travelled, walkers included
 * @param signals control delay by signal; none where lanes were not recorded
 * @param corridors travel along a corridor, each direction; none where none was given
 */
public record TravelReport(
        Map<TravelMode, TripMeasures> byMode, List<SignalMeasures> signals, List<CorridorMeasures> corridors) {
    /** Of an episode of which nothing is known in detail. */
    public static final TravelReport NONE = new TravelReport(Map.of(), List.of());

    public TravelReport {
        Map<TravelMode, TripMeasures> ordered = new EnumMap<>(TravelMode.class);
        ordered.putAll(byMode);
        byMode = Collections.unmodifiableMap(ordered);
        signals = List.copyOf(signals);
        corridors = List.copyOf(corridors);
    }

    /** One without corridors. */
    public TravelReport(Map<TravelMode, TripMeasures> byMode, List<SignalMeasures> signals) {
        this(byMode, signals, List.of());
    }
}

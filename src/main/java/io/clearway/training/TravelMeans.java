package io.clearway.training;

import io.clearway.metric.ControlDelay;
import io.clearway.metric.SignalMeasures;
import io.clearway.metric.SignalMeasures.Approach;
import io.clearway.metric.SignalMeasures.Movement;
import io.clearway.metric.TravelMode;
import io.clearway.metric.TravelReport;
import io.clearway.metric.TripMeasures;
import io.clearway.metric.TripMeasures.DelayPercentiles;
import io.clearway.metric.TripMeasures.Emissions;
import io.clearway.metric.TripMeasures.TripCounts;
import io.clearway.metric.TripMeasures.TripTimes;
import io.clearway.training.travel.CorridorReports;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures in detail of several episodes of one controller as one: trips and vehicles add up, times are means over all
 * trips, percentiles means over the episodes.
 */
public final class TravelMeans {
    private TravelMeans() {}

    /** The measures of these episodes together; {@link TravelReport#NONE} of none. */
    public static TravelReport of(List<TravelReport> episodes) {
        Map<TravelMode, TripMeasures> byMode = new EnumMap<>(TravelMode.class);
        for (TravelMode mode : TravelMode.values()) {
            List<TripMeasures> parts = episodes.stream()
                    .filter(episode -> episode.byMode().containsKey(mode))
                    .map(episode -> episode.byMode().getOrDefault(mode, TripMeasures.NONE))
                    .toList();
            if (!parts.isEmpty()) {
                byMode.put(mode, trips(parts));
            }
        }
        return new TravelReport(
                byMode,
                signals(episodes),
                CorridorReports.together(episodes.stream()
                        .flatMap(episode -> episode.corridors().stream())
                        .toList()));
    }

    private static TripMeasures trips(List<TripMeasures> parts) {
        return new TripMeasures(
                new TripCounts(
                        parts.stream().mapToInt(part -> part.counts().due()).sum(),
                        parts.stream().mapToInt(part -> part.counts().arrived()).sum(),
                        parts.stream()
                                .mapToInt(part -> part.counts().notInserted())
                                .sum()),
                new TripTimes(
                        perTrip(parts, part -> part.times().delaySeconds()),
                        perTrip(parts, part -> part.times().timeLossSeconds()),
                        perTrip(parts, part -> part.times().travelSeconds()),
                        perTrip(parts, part -> part.times().waitingSeconds()),
                        perTrip(parts, part -> part.times().stops())),
                new DelayPercentiles(
                        perEpisode(parts, part -> part.delay().median()),
                        perEpisode(parts, part -> part.delay().percentile85()),
                        perEpisode(parts, part -> part.delay().percentile95())),
                new Emissions(
                        sum(parts, part -> part.emissions().fuelKilograms()),
                        sum(parts, part -> part.emissions().carbonDioxideKilograms())));
    }

    private static double perTrip(List<TripMeasures> parts, ToDoubleFunction<TripMeasures> of) {
        double trips = sum(parts, part -> part.counts().due());
        return trips == 0 ? 0 : sum(parts, part -> part.counts().due() * of.applyAsDouble(part)) / trips;
    }

    private static double perEpisode(List<TripMeasures> parts, ToDoubleFunction<TripMeasures> of) {
        return sum(parts, of) / parts.size();
    }

    private static double sum(List<TripMeasures> parts, ToDoubleFunction<TripMeasures> of) {
        return parts.stream().mapToDouble(of).sum();
    }

    private static List<SignalMeasures> signals(List<TravelReport> episodes) {
        return grouped(
                episodes.stream().flatMap(episode -> episode.signals().stream()),
                SignalMeasures::signal,
                (id, same) -> new SignalMeasures(
                        id,
                        together(same.stream().map(SignalMeasures::delay)),
                        approaches(same.stream().flatMap(signal -> signal.approaches().stream()))));
    }

    private static List<Approach> approaches(Stream<Approach> all) {
        return grouped(
                all,
                Approach::road,
                (road, same) -> new Approach(
                        road,
                        together(same.stream().map(Approach::delay)),
                        movements(same.stream().flatMap(approach -> approach.movements().stream()))));
    }

    private static List<Movement> movements(Stream<Movement> all) {
        return grouped(
                all,
                Movement::toRoad,
                (road, same) -> new Movement(road, together(same.stream().map(Movement::delay))));
    }

    /** What belongs together by its id, in the order in which the ids come first. */
    private static <T> List<T> grouped(Stream<T> all, Function<T, String> id, BiFunction<String, List<T>, T> together) {
        return all.collect(Collectors.groupingBy(id, LinkedHashMap::new, Collectors.toList())).entrySet().stream()
                .map(entry -> together.apply(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ControlDelay together(Stream<ControlDelay> delays) {
        List<ControlDelay> all = delays.toList();
        return new ControlDelay(
                all.stream().mapToDouble(ControlDelay::vehicles).sum(),
                all.stream().mapToDouble(ControlDelay::lostSeconds).sum(),
                all.stream().mapToDouble(ControlDelay::halts).sum());
    }
}

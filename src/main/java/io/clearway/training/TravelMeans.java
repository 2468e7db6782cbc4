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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

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
        return new TravelReport(byMode, signals(episodes));
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

    /** Those of the signals of the first episode; all episodes of a scenario have the same. */
    private static List<SignalMeasures> signals(List<TravelReport> episodes) {
        if (episodes.isEmpty()) {
            return List.of();
        }
        List<SignalMeasures> together = new ArrayList<>();
        for (int i = 0; i < episodes.get(0).signals().size(); i++) {
            int place = i;
            together.add(signal(episodes.stream()
                    .filter(episode -> episode.signals().size() > place)
                    .map(episode -> episode.signals().get(place))
                    .toList()));
        }
        return together;
    }

    private static SignalMeasures signal(List<SignalMeasures> episodes) {
        List<Approach> approaches = new ArrayList<>();
        for (int i = 0; i < episodes.get(0).approaches().size(); i++) {
            int place = i;
            approaches.add(approach(episodes.stream()
                    .map(episode -> episode.approaches().get(place))
                    .toList()));
        }
        return new SignalMeasures(
                episodes.get(0).signal(),
                together(episodes.stream().map(SignalMeasures::delay).toList()),
                approaches);
    }

    private static Approach approach(List<Approach> episodes) {
        List<Movement> movements = new ArrayList<>();
        for (int i = 0; i < episodes.get(0).movements().size(); i++) {
            int place = i;
            movements.add(new Movement(
                    episodes.get(0).movements().get(i).toRoad(),
                    together(episodes.stream()
                            .map(episode -> episode.movements().get(place).delay())
                            .toList())));
        }
        return new Approach(
                episodes.get(0).road(),
                together(episodes.stream().map(Approach::delay).toList()),
                movements);
    }

    private static ControlDelay together(List<ControlDelay> delays) {
        return new ControlDelay(
                delays.stream().mapToDouble(ControlDelay::vehicles).sum(),
                delays.stream().mapToDouble(ControlDelay::lostSeconds).sum());
    }
}

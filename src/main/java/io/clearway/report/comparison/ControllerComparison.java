package io.clearway.report.comparison;

import io.clearway.metric.ControlDelay;
import io.clearway.metric.Metric;
import io.clearway.metric.MetricLabel;
import io.clearway.metric.SignalMeasures;
import io.clearway.metric.SignalMeasures.Approach;
import io.clearway.metric.SignalMeasures.Movement;
import io.clearway.metric.TravelMode;
import io.clearway.metric.TripMeasures;
import io.clearway.report.comparison.ComparedMeasure.Figure;
import io.clearway.report.comparison.ComparedMeasure.Group;
import io.clearway.report.comparison.PairedEpisodes.Pair;
import io.clearway.training.EpisodeResult;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Compares two controllers on all measures of traffic, seed by seed. */
public final class ControllerComparison {
    /** The first decides. */
    private static final List<Metric> METRICS = List.of(
            Metric.TIME_IN_SYSTEM,
            Metric.DELAY,
            Metric.DELAY_MEDIAN,
            Metric.DELAY_PERCENTILE_85,
            Metric.DELAY_PERCENTILE_95,
            Metric.TIME_LOSS,
            Metric.TRAVEL_TIME,
            Metric.STOPPED,
            Metric.STOPS,
            Metric.ARRIVED,
            Metric.WAITING_TO_ENTER,
            Metric.MEAN_QUEUE,
            Metric.MAX_QUEUE,
            Metric.SPILLBACK,
            Metric.MEAN_SPEED,
            Metric.FUEL,
            Metric.CARBON_DIOXIDE,
            Metric.TELEPORTS,
            Metric.COLLISIONS);

    private static final Set<Metric> MORE_IS_BETTER = Set.of(Metric.ARRIVED, Metric.MEAN_SPEED);

    /** The measure that has levels of service. */
    static final String CONTROL_DELAY = "control delay";

    private static final Place NOWHERE = new Place(Group.SIGNAL, new ControlDelay(0, 0));

    private ControllerComparison() {}

    /**
     * Compares two controllers.
     *
     * @param results of both, and perhaps others
     * @throws io.clearway.setting.InvalidSetting when one of them has no results, or no seed in common with the other
     */
    public static BeforeAfter of(List<EpisodeResult> results, String before, String after) {
        PairedEpisodes episodes = PairedEpisodes.of(results, before, after);
        List<ComparedMeasure> measures = new ArrayList<>(all(episodes));
        measures.addAll(CorridorComparison.of(episodes));
        measures.addAll(byMode(episodes));
        measures.addAll(bySignal(episodes));
        return new BeforeAfter(before, after, Basis.seeds(episodes.seeds()), ValidityGates.of(episodes), measures);
    }

    private static List<ComparedMeasure> all(PairedEpisodes episodes) {
        return METRICS.stream()
                .filter(metric -> episodes.pairs().stream()
                        .allMatch(pair -> pair.before().metrics().containsKey(metric)
                                && pair.after().metrics().containsKey(metric)))
                .map(metric -> ComparedMeasure.of(
                        episodes,
                        Group.ALL,
                        "all",
                        new Figure(
                                MetricLabel.of(metric),
                                metric.unit(),
                                MORE_IS_BETTER.contains(metric),
                                result -> result.metrics().getOrDefault(metric, Double.NaN))))
                .toList();
    }

    private static List<ComparedMeasure> byMode(PairedEpisodes episodes) {
        List<ComparedMeasure> measures = new ArrayList<>();
        for (TravelMode mode : TravelMode.values()) {
            if (episodes.pairs().stream()
                    .allMatch(pair -> trips(pair.before(), mode).counts().due() > 0
                            && trips(pair.after(), mode).counts().due() > 0)) {
                measures.add(ofMode(
                        episodes, mode, "delay", "s", trips -> trips.times().delaySeconds()));
                measures.add(ofMode(
                        episodes,
                        mode,
                        "delay, 95 %",
                        "s",
                        trips -> trips.delay().percentile95()));
                measures.add(ofMode(
                        episodes, mode, "stops", "stops", trips -> trips.times().stops()));
            }
        }
        return measures;
    }

    private static ComparedMeasure ofMode(
            PairedEpisodes episodes, TravelMode mode, String name, String unit, ToDoubleFunction<TripMeasures> of) {
        return ComparedMeasure.of(
                episodes,
                Group.MODE,
                mode.key(),
                new Figure(name, unit, false, result -> of.applyAsDouble(trips(result, mode))));
    }

    private static TripMeasures trips(EpisodeResult result, TravelMode mode) {
        return result.details().travel().byMode().getOrDefault(mode, TripMeasures.NONE);
    }

    /**
     * Control delay and stops of places that were passed in every episode. Where vehicles waited and none passed there
     * is no delay per vehicle: then the share of such seeds is compared, and more of them is worse whatever chance
     * says.
     */
    private static List<ComparedMeasure> bySignal(PairedEpisodes episodes) {
        IdentityHashMap<EpisodeResult, Map<String, Place>> delays = new IdentityHashMap<>();
        for (Pair pair : episodes.pairs()) {
            delays.put(pair.before(), places(pair.before()));
            delays.put(pair.after(), places(pair.after()));
        }
        List<ComparedMeasure> measures = new ArrayList<>();
        places(episodes.pairs().get(0).before()).forEach((name, place) -> {
            Function<EpisodeResult, ControlDelay> at = result -> delays.getOrDefault(result, Map.of())
                    .getOrDefault(name, NOWHERE)
                    .delay();
            if (delays.keySet().stream().anyMatch(result -> starved(at.apply(result)))) {
                Figure figure = new Figure(
                        "seeds on which nobody passed", "1", false, result -> starved(at.apply(result)) ? 1 : 0);
                measures.add(ComparedMeasure.certain(episodes, place.group(), name, figure));
            } else if (delays.keySet().stream()
                    .allMatch(result -> at.apply(result).vehicles() > 0)) {
                Figure figure = new Figure(
                        CONTROL_DELAY, "s", false, result -> at.apply(result).secondsPerVehicle());
                measures.add(ComparedMeasure.of(episodes, place.group(), name, figure));
                if (delays.keySet().stream()
                        .allMatch(result -> Double.isFinite(at.apply(result).halts()))) {
                    Figure stops = new Figure(
                            "stops", "stops", false, result -> at.apply(result).stopsPerVehicle());
                    measures.add(ComparedMeasure.of(episodes, place.group(), name, stops));
                }
            }
        });
        return measures;
    }

    /** Whether somebody lost time and nobody passed, so that there is no delay per vehicle. */
    private static boolean starved(ControlDelay delay) {
        return delay.vehicles() == 0 && delay.lostSeconds() > 0;
    }

    /** A signal, an approach or a movement. */
    private record Place(Group group, ControlDelay delay) {}

    /** All places of an episode by name, in the order of the signals. */
    private static Map<String, Place> places(EpisodeResult result) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (SignalMeasures signal : result.details().travel().signals()) {
            places.put(signal.signal(), new Place(Group.SIGNAL, signal.delay()));
            for (Approach approach : signal.approaches()) {
                String road = "%s from %s".formatted(signal.signal(), approach.road());
                places.put(road, new Place(Group.APPROACH, approach.delay()));
                for (Movement movement : approach.movements()) {
                    places.put(
                            "%s to %s".formatted(road, movement.toRoad()), new Place(Group.MOVEMENT, movement.delay()));
                }
            }
        }
        return places;
    }
}

package io.clearway.report.comparison;

import io.clearway.metric.CorridorMeasures;
import io.clearway.report.comparison.ComparedMeasure.Figure;
import io.clearway.report.comparison.ComparedMeasure.Group;
import io.clearway.training.EpisodeResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Two controllers compared along corridors, seed by seed. */
public final class CorridorComparison {
    private static final List<Compared> MEASURES = List.of(
            new Compared("mean travel time", "s", measures -> measures.times().mean()),
            new Compared("travel time, 95 %", "s", measures -> measures.times().percentile95()),
            new Compared("travel time index", "1", CorridorMeasures::travelTimeIndex),
            new Compared("buffer index", "1", CorridorMeasures::bufferIndex),
            new Compared("planning time index", "1", CorridorMeasures::planningTimeIndex),
            new Compared("stops", "stops", CorridorMeasures::stopsPerVehicle));

    private CorridorComparison() {}

    private record Compared(String name, String unit, ToDoubleFunction<CorridorMeasures> of) {}

    /**
     * All measures of the directions that somebody drove in every episode.
     *
     * @param results of both, and perhaps others
     * @throws io.clearway.setting.InvalidSetting when one of them has no results, or no seed in common with the other
     */
    public static List<ComparedMeasure> of(List<EpisodeResult> results, String before, String after) {
        return of(PairedEpisodes.of(results, before, after));
    }

    static List<ComparedMeasure> of(PairedEpisodes episodes) {
        List<ComparedMeasure> measures = new ArrayList<>();
        for (CorridorMeasures first :
                episodes.pairs().get(0).before().details().travel().corridors()) {
            boolean driven = episodes.pairs().stream()
                    .allMatch(pair -> driven(pair.before(), first) && driven(pair.after(), first));
            if (driven) {
                MEASURES.forEach(compared -> measures.add(ComparedMeasure.of(
                        episodes,
                        Group.CORRIDOR,
                        "%s, %s".formatted(first.corridor(), first.direction()),
                        new Figure(
                                compared.name(),
                                compared.unit(),
                                false,
                                result -> find(result, first)
                                        .map(compared.of()::applyAsDouble)
                                        .orElse(Double.NaN)))));
            }
        }
        return measures;
    }

    private static boolean driven(EpisodeResult result, CorridorMeasures like) {
        return find(result, like).filter(found -> found.counts().passed() > 0).isPresent();
    }

    private static Optional<CorridorMeasures> find(EpisodeResult result, CorridorMeasures like) {
        return result.details().travel().corridors().stream()
                .filter(measures -> measures.corridor().equals(like.corridor())
                        && measures.direction().equals(like.direction()))
                .findFirst();
    }
}

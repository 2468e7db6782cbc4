package io.clearway.cli.atspm;

import io.clearway.events.LogHeader;
import io.clearway.events.SignalSite;
import io.clearway.events.measures.PhasePerformance;
import io.clearway.events.measures.SignalPerformance;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All measures as comma-separated values, a row for each log, signal and phase; empty where something is unknown. */
final class PerformanceCsv {
    private static final String COLUMNS = "scenario,controller,seed,signal,phase,approach,movements,vehicles,"
            + "vehiclesPerHour,turns,volumeToCapacity,arrivals,arrivalsOnGreen,platoonRatio,greenSeconds,splits,"
            + "meanSplitSeconds,split85Seconds,cycles,splitFailures,greenOccupancy,redOccupancy,greenUtilization,"
            + "yellowActuations,redActuations,gapOuts,maxOuts,forceOffs,pedestrianWalks,"
            + "pedestrianDelaySeconds,longestPedestrianDelaySeconds";

    private final StringBuilder rows = new StringBuilder(COLUMNS).append('\n');

    void add(LogHeader header, SignalPerformance performance) {
        for (PhasePerformance phase : performance.phases()) {
            SignalSite.Phase described = performance.site().phases().get(phase.phase() - 1);
            LogHeader.Origin origin = header.origin();
            rows.append(Stream.concat(
                                    Stream.of(
                                            origin.scenario(),
                                            origin.controller(),
                                            origin.seed(),
                                            performance.site().id(),
                                            phase.phase(),
                                            described.approach(),
                                            described.movements()),
                                    values(phase))
                            .map(PerformanceCsv::cell)
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
    }

    private static Stream<Object> values(PhasePerformance phase) {
        PhasePerformance.Volume volume = phase.volume();
        PhasePerformance.Splits splits = phase.splits();
        PhasePerformance.Terminations ends = phase.terminations();
        return Stream.of(
                volume.vehicles(),
                volume.perHour(),
                volume.turns().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(turn -> turn.getKey() + "=" + turn.getValue())
                        .collect(Collectors.joining(" ")),
                volume.toCapacity(),
                phase.progression().arrivals(),
                phase.progression().onGreen(),
                phase.progression().platoonRatio(),
                splits.greenSeconds(),
                splits.count(),
                splits.meanSeconds(),
                splits.percentile85Seconds(),
                splits.failures().cycles(),
                splits.failures().failed(),
                splits.failures().greenOccupancy(),
                splits.failures().redOccupancy(),
                splits.utilization(),
                volume.yellow(),
                volume.red(),
                ends.gapOuts(),
                ends.maxOuts(),
                ends.forceOffs(),
                phase.pedestrians().walks(),
                phase.pedestrians().meanDelaySeconds(),
                phase.pedestrians().longestDelaySeconds());
    }

    private static String cell(Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            return "";
        }
        String text = value.toString();
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    String text() {
        return rows.toString();
    }
}

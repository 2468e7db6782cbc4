package io.clearway.deployments.web;

import io.clearway.events.SignalEvent;
import io.clearway.events.measures.CoordinationDiagram;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A Purdue coordination diagram as clients see it; times are seconds of simulated time. */
@Schema(name = "CoordinationDiagram")
record CoordinationView(int phase, List<Cycle> cycles, List<Arrival> arrivals) {
    /** From one begin of red to the next. */
    @Schema(name = "CoordinationCycle")
    record Cycle(double redSeconds, double greenSeconds, double yellowSeconds, double endSeconds) {}

    /** When a vehicle arrives at the stop line, how long after the begin of red, and whether it meets green. */
    @Schema(name = "CoordinationArrival")
    record Arrival(double seconds, double sinceRedSeconds, boolean onGreen) {}

    static CoordinationView of(int phase, CoordinationDiagram diagram) {
        return new CoordinationView(
                phase,
                diagram.cycles().stream()
                        .map(cycle -> new Cycle(
                                seconds(cycle.red()),
                                seconds(cycle.green()),
                                seconds(cycle.yellow()),
                                seconds(cycle.end())))
                        .toList(),
                diagram.arrivals().stream()
                        .map(arrival ->
                                new Arrival(seconds(arrival.tenths()), seconds(arrival.sinceRed()), arrival.onGreen()))
                        .toList());
    }

    private static double seconds(long tenths) {
        return (double) tenths / SignalEvent.TENTHS_PER_SECOND;
    }
}

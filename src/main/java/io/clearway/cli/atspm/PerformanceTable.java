package io.clearway.cli.atspm;

import io.clearway.cli.terminal.TerminalColors;
import io.clearway.cli.terminal.TextTable;
import io.clearway.events.LogHeader;
import io.clearway.events.SignalEvent;
import io.clearway.events.SignalSite;
import io.clearway.events.measures.PhasePerformance;
import io.clearway.events.measures.SignalPerformance;
import java.util.List;
import java.util.Locale;

/**
 * The measures of a signal for a terminal, a row for each phase of vehicles and one for each that pedestrians called.
 */
final class PerformanceTable {
    private static final int SECONDS_PER_MINUTE = 60;
    private static final double PERCENT = 100;

    private PerformanceTable() {}

    /** How long a log is. */
    static double minutes(LogHeader header) {
        return (double) (header.endTenths() - header.beginTenths())
                / SignalEvent.TENTHS_PER_SECOND
                / SECONDS_PER_MINUTE;
    }

    static String render(SignalPerformance performance, boolean color) {
        SignalSite site = performance.site();
        var table = new TextTable(
                List.of(
                        site.id(),
                        "veh/h",
                        "v/c",
                        "AoG",
                        "Rp",
                        "split s",
                        "failed",
                        "GOR",
                        "ROR5",
                        "yel/red",
                        "ends g/m/f"),
                color,
                List.of(0));
        for (PhasePerformance phase : performance.phases()) {
            SignalSite.Phase described = site.phases().get(phase.phase() - 1);
            if (!described.pedestrian()) {
                table.row(row(phase, described), column -> TerminalColors.PLAIN);
            }
        }
        return table.render() + pedestrians(performance, color);
    }

    /** Empty where no pedestrian called. */
    private static String pedestrians(SignalPerformance performance, boolean color) {
        var table = new TextTable(List.of("crossing", "walks", "delay s", "longest s"), color, List.of(0));
        boolean called = false;
        for (PhasePerformance phase : performance.phases()) {
            PhasePerformance.Pedestrians waits = phase.pedestrians();
            if (waits.walks() > 0) {
                called = true;
                SignalSite.Phase described = performance.site().phases().get(phase.phase() - 1);
                table.row(
                        List.of(
                                "%d %s".formatted(phase.phase(), described.approach()),
                                String.valueOf(waits.walks()),
                                number(waits.meanDelaySeconds(), 1),
                                number(waits.longestDelaySeconds(), 1)),
                        column -> TerminalColors.PLAIN);
            }
        }
        return called ? table.render() : "";
    }

    private static List<String> row(PhasePerformance phase, SignalSite.Phase described) {
        PhasePerformance.Splits splits = phase.splits();
        PhasePerformance.Terminations ends = phase.terminations();
        return List.of(
                "%d %s %s".formatted(phase.phase(), described.movements(), described.approach()),
                number(phase.volume().perHour(), 0),
                number(phase.volume().toCapacity(), 2),
                percent(phase.progression().onGreen()),
                number(phase.progression().platoonRatio(), 2),
                number(splits.meanSeconds(), 1),
                "%d/%d".formatted(splits.failures().failed(), splits.failures().cycles()),
                percent(splits.failures().greenOccupancy()),
                percent(splits.failures().redOccupancy()),
                "%d/%d".formatted(phase.volume().yellow(), phase.volume().red()),
                "%d/%d/%d".formatted(ends.gapOuts(), ends.maxOuts(), ends.forceOffs()));
    }

    private static String percent(double share) {
        return Double.isFinite(share) ? number(share * PERCENT, 0) + "%" : "–";
    }

    private static String number(double value, int digits) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : "–";
    }
}

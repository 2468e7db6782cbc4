package io.clearway.deployments.periods;

import io.clearway.deployments.LiveMetrics;
import io.clearway.report.comparison.Basis;
import io.clearway.report.comparison.BeforeAfter;
import io.clearway.report.comparison.ComparedMeasure;
import io.clearway.report.comparison.ComparedMeasure.Change;
import io.clearway.report.comparison.ComparedMeasure.Group;
import io.clearway.setting.InvalidSetting;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Compares two periods of live traffic on all that the samples of deployments tell. */
public final class PeriodComparison {
    private static final List<Figure> FIGURES = List.of(
            // the time in system of an hour, in vehicle hours, is the mean number of these vehicles
            Figure.mean(
                    "vehicles in or waiting to enter the network",
                    "vehicles",
                    sample -> sample.counts().running() + sample.counts().waitingToEnter()),
            Figure.mean("halting vehicles", "vehicles", LiveMetrics::haltingVehicles),
            Figure.mean("mean queue", "vehicles per signal link", LiveMetrics::meanQueueVehicles),
            Figure.mean("present waiting time", "s", LiveMetrics::meanWaitingSeconds),
            Figure.mean(
                    "waiting to enter", "vehicles", sample -> sample.counts().waitingToEnter()),
            new Figure(
                    "arrivals",
                    "vehicles/h",
                    true,
                    hour -> hour.perHour(it -> it.counts().arrived())),
            new Figure(
                    "teleports",
                    "vehicles/h",
                    false,
                    hour -> hour.perHour(it -> it.counts().teleported())),
            new Figure(
                    "collisions",
                    "vehicles/h",
                    false,
                    hour -> hour.perHour(it -> it.counts().collided())));

    private PeriodComparison() {}

    /** A figure of a quarter-hour. */
    private record Figure(String name, String unit, boolean moreIsBetter, ToDoubleFunction<QuarterHour> of) {
        static Figure mean(String name, String unit, ToDoubleFunction<LiveMetrics> of) {
            return new Figure(name, unit, false, hour -> hour.mean(of));
        }

        ComparedMeasure compared(PeriodPair periods) {
            return new ComparedMeasure(
                    Group.ALL,
                    "all",
                    name,
                    unit,
                    periods.before(of),
                    periods.after(of),
                    new Change(periods.difference(of), moreIsBetter, false));
        }
    }

    /**
     * The comparison of two periods, of one deployment or of two.
     *
     * @throws InvalidSetting where a period has no complete quarter-hour, or they overlap
     */
    public static BeforeAfter of(LivePeriod before, LivePeriod after) {
        PeriodPair periods = PeriodPair.of(before, after);
        return new BeforeAfter(
                before.title(),
                after.title(),
                Basis.quarterHours(periods.clocks(), periods.paired()),
                PeriodGates.of(periods),
                FIGURES.stream().map(figure -> figure.compared(periods)).toList());
    }
}

package io.clearway.scenario.power.distribution;

import io.clearway.scenario.SeriesOverTime;
import io.clearway.scenario.SeriesRecorder;
import io.clearway.scenario.power.VoltageBand;
import io.clearway.scenario.power.feeder.PowerFlow;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Voltages and losses over an episode. */
final class GridSeries {
    private static final SeriesOverTime.Clock CLOCK = new SeriesOverTime.Clock("min", Profiles.STEP_MINUTES);

    private final SeriesRecorder voltages = new SeriesRecorder(
            "voltages", "pu", CLOCK, List.of("lowest", "mean", "highest"), VoltageBand.FIVE_PERCENT.limits());
    private final SeriesRecorder losses =
            new SeriesRecorder("line losses", "MW", CLOCK, List.of("all lines"), List.of());

    /** Records a solved power flow. */
    void add(PowerFlow flow) {
        DoubleSummaryStatistics all = Arrays.stream(flow.magnitudes()).summaryStatistics();
        voltages.add(new double[] {all.getMin(), all.getAverage(), all.getMax()});
        losses.add(new double[] {flow.losses()});
    }

    /** Both. */
    List<SeriesOverTime> all() {
        return List.of(voltages.series(), losses.series());
    }
}

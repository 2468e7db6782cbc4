package io.clearway.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void ticksAreRoundNumbersWithin() {
        var axis = new Axis(0, 100_000, 0, 500);
        assertThat(axis.ticks()).containsExactly(0.0, 20_000.0, 40_000.0, 60_000.0, 80_000.0, 100_000.0);
        assertThat(axis.label(20_000)).isEqualTo("20,000");
        assertThat(new Axis(-0.013, 0.021, 0, 1).ticks()).contains(0.0).hasSizeBetween(3, 8);
    }

    @Test
    void labelsShowAsManyDigitsAsTheirStepNeeds() {
        var axis = new Axis(0, 1, 0, 500);
        assertThat(axis.label(0.2)).isEqualTo("0.2");
        assertThat(new Axis(0, 0.002, 0, 1).label(0.0005)).isEqualTo("0.0005");
    }

    @Test
    void aValueAloneStillHasAnAxis() {
        Axis axis = Axis.over(DoubleStream.of(5, 5), 200, 0);
        assertThat(axis.at(5)).isCloseTo(100, within(1e-9));
        assertThat(Axis.over(DoubleStream.of(0), 0, 10).ticks()).isNotEmpty();
    }
}

package io.clearway.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfidenceIntervalTest {
    /** t(0.975, 4) = 2.776445; s = √2.5; half width = 2.776445 · √2.5 / √5. */
    @Test
    void fiveMeasurementsGiveStudentsInterval() {
        ConfidenceInterval interval = ConfidenceInterval.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
        assertThat(interval.mean()).isEqualTo(3.0);
        assertThat(interval.halfWidth()).isCloseTo(1.963243, within(1e-5));
        assertThat(interval.aboveZero()).isTrue();
        assertThat(interval.belowZero()).isFalse();
    }

    @Test
    void aSingleMeasurementHasNoWidth() {
        assertThat(ConfidenceInterval.of(List.of(7.0)).halfWidth()).isZero();
    }

    @Test
    void noMeasurementIsRefused() {
        assertThatThrownBy(() -> ConfidenceInterval.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSingleMeasurementIsPrintedWithoutAnInterval() {
        assertThat(ConfidenceInterval.of(List.of(7.0)).text()).isEqualTo("7");
        assertThat(ConfidenceInterval.of(List.of(560.25)).text()).isEqualTo("560.3");
        assertThat(ConfidenceInterval.of(List.of(0.0234567)).text()).isEqualTo("0.02346");
    }

    @Test
    void digitsFollowTheInterval() {
        assertThat(new ConfidenceInterval(1492.4, 99.3, 5).text()).isEqualTo("1492 ± 99");
        assertThat(new ConfidenceInterval(136.44, 2.96, 5).text()).isEqualTo("136.4 ± 3.0");
        assertThat(new ConfidenceInterval(0.023456, 0.00123, 5).text()).isEqualTo("0.0235 ± 0.0012");
        assertThat(new ConfidenceInterval(0.023456, 0.00123, 5).meanText()).isEqualTo("0.0235");
        assertThat(new ConfidenceInterval(12, 0, 5).text()).isEqualTo("12 ± 0");
        assertThat(new ConfidenceInterval(-8.43, 3.21, 5).signedText()).isEqualTo("-8.4 ± 3.2");
        assertThat(new ConfidenceInterval(8.43, 3.21, 5).signedText()).isEqualTo("+8.4 ± 3.2");
    }
}

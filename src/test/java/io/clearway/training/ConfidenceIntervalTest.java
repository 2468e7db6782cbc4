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
}

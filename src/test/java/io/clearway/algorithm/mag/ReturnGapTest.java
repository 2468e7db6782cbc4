package io.clearway.algorithm.mag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnGapTest {
    @Test
    void itIsTheRightSideOfTheTheorem() {
        // γ = ½: Σ γ^t ε_t = ½·0.2 + ¼·0.4 + (⅛ + …)·0.4 = 0.1 + 0.1 + 0.1; 4 · (2·0.1 + ½·0.3)
        assertThat(ReturnGap.of(0.5, 0.1, List.of(0.2, 0.4))).isCloseTo(1.4, within(1e-12));
    }

    @Test
    void equalErrorsMakeAGeometricSeries() {
        // ε γ / (1 − γ) for all steps, so ε γ / (1 − γ)² in all
        assertThat(ReturnGap.of(0.9, 0, List.of(1.0))).isCloseTo(90, within(1e-9));
        assertThat(ReturnGap.of(0.9, 0, List.of(1.0, 1.0, 1.0))).isCloseTo(90, within(1e-9));
    }

    @Test
    void aPerfectModelLeavesThePolicyShift() {
        assertThat(ReturnGap.of(0.9, 0.05, List.of(0.0))).isCloseTo(10, within(1e-9));
    }
}

package io.clearway.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignalProgramTest {
    private static final List<SignalProgram.Step> STEPS = List.of(
            new SignalProgram.Step(30, "Gr"),
            new SignalProgram.Step(3, "yr"),
            new SignalProgram.Step(20, "rG"),
            new SignalProgram.Step(3, "ry"));

    @Test
    void stepsFollowEachOtherAndStartOver() {
        var program = new SignalProgram("0", 0, STEPS);
        assertThat(program.cycleSeconds()).isEqualTo(56);
        assertThat(List.of(0.0, 29.9, 30.0, 33.0, 55.0, 56.0, 86.0).stream()
                        .map(program::stateAt)
                        .toList())
                .containsExactly("Gr", "Gr", "yr", "rG", "ry", "Gr", "yr");
    }

    @Test
    void anOffsetStartsTheFirstStepLater() {
        var program = new SignalProgram("0", 10, STEPS);
        assertThat(program.stateAt(10)).isEqualTo("Gr");
        assertThat(program.stateAt(9)).isEqualTo("ry");
        assertThat(program.stateAt(0)).isEqualTo("rG");
    }

    @Test
    void aProgramWithoutStepsIsRefused() {
        assertThatThrownBy(() -> new SignalProgram("7", 0, List.of())).hasMessageContaining("'7'");
        assertThatThrownBy(() -> new SignalProgram.Step(0, "Gr")).hasMessageContaining("0");
    }
}

package io.clearway.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.signal.SafetyEnvelope.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SafetyEnvelopeTest {
    private static final List<Phase> PHASES = List.of(new Phase("Ggrr"), new Phase("rrGr"), new Phase("rGrG"));

    private final SafetyEnvelope envelope =
            new SafetyEnvelope(PHASES, Crossing.conflicts(), new SafetyLimits(10, 3, 60));

    @Test
    void aPhaseIsHeldForItsMinimumGreen() {
        var clock = new SignalClock("Ggrr", 0);
        clock.observe("Ggrr", 9);
        assertThat(envelope.legal(0, clock)).containsExactly(true, false, false);
        var kept = envelope.admit(0, 1, clock);
        assertThat(kept.phase()).isZero();
        assertThat(kept.yellow()).isEmpty();
        assertThat(kept.refusal()).contains(Refusal.MINIMUM_GREEN);
        assertThat(envelope.refusals()).isEqualTo(Map.of(Refusal.MINIMUM_GREEN, 1));
    }

    @Test
    void afterItAnyPhaseMayFollowThroughYellow() {
        var clock = new SignalClock("Ggrr", 0);
        clock.observe("Ggrr", 10);
        var next = envelope.admit(0, 1, clock);
        assertThat(next.phase()).isEqualTo(1);
        assertThat(next.yellow()).contains("yyrr");
        assertThat(next.refusal()).isEmpty();
        assertThat(envelope.refusals()).isEmpty();
    }

    @Test
    void aMovementThatWaitedTooLongIsServedNext() {
        var clock = new SignalClock("Ggrr", 0);
        clock.observe("Ggrr", 60);
        assertThat(envelope.legal(0, clock)).containsExactly(false, true, false);
        var served = envelope.admit(0, 0, clock);
        assertThat(served.phase()).isEqualTo(1);
        assertThat(served.yellow()).contains("yyrr");
        assertThat(served.refusal()).contains(Refusal.MAXIMUM_RED);
    }

    @Test
    void whereWaitingIsKnownOnlyAMovementWaitedForIsServedNext() {
        var clock = new WaitClock(4);
        clock.observe(100, index -> index < 2, index -> index == 3);
        clock.observe(159, index -> index < 2, index -> index == 3);
        assertThat(envelope.legal(0, 59, clock)).containsExactly(true, true, true);
        clock.observe(160, index -> index < 2, index -> index == 3);
        assertThat(clock.waitedSeconds(2)).isZero();
        assertThat(clock.waitedSeconds(3)).isEqualTo(60);
        assertThat(envelope.legal(0, 9, clock)).containsExactly(true, false, false);
        assertThat(envelope.legal(0, 60, clock)).containsExactly(false, false, true);
    }

    @Test
    void waitingEndsWithGreenOrWhenNobodyStands() {
        var clock = new WaitClock(2);
        clock.observe(0, index -> false, index -> true);
        clock.observe(5, index -> false, index -> true);
        assertThat(clock.waitedSeconds(0)).isEqualTo(5);
        clock.observe(10, index -> index == 0, index -> index == 0);
        assertThat(clock.waitedSeconds(0)).isZero();
        assertThat(clock.waitedSeconds(1)).isZero();
        assertThatThrownBy(() -> clock.observe(9, index -> false, index -> true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9.0 s does not follow one at 10.0 s");
    }

    @Test
    void aWishForAPhaseThatDoesNotExistIsRefused() {
        var clock = new SignalClock("Ggrr", 0);
        clock.observe("Ggrr", 20);
        assertThat(envelope.admit(0, 3, clock).refusal()).contains(Refusal.UNKNOWN_PHASE);
        assertThat(envelope.admit(0, -1, clock).phase()).isZero();
        assertThat(envelope.refusals()).isEqualTo(Map.of(Refusal.UNKNOWN_PHASE, 2));
    }

    @Test
    void aPhaseWithAConflictIsRefusedAtOnce() {
        var limits = SafetyLimits.of(10, 3);
        assertThatThrownBy(() -> new SafetyEnvelope(List.of(new Phase("GrGr")), Crossing.conflicts(), limits))
                .hasMessageContaining("'GrGr'")
                .hasMessageContaining("0 and 2");
        assertThatThrownBy(() -> new SafetyEnvelope(List.of(new Phase("Gr")), Crossing.conflicts(), limits))
                .hasMessageContaining("2 signal indices");
        assertThatThrownBy(() -> new SafetyEnvelope(List.of(), Crossing.conflicts(), limits))
                .hasMessageContaining("at least one");
    }

    @Test
    void limitsThatCannotBeKeptAreRefused() {
        assertThatThrownBy(() -> SafetyLimits.of(5, 0)).hasMessageContaining("yellow");
        assertThatThrownBy(() -> new SafetyLimits(10, 3, 12)).hasMessageContaining("Maximum red");
    }
}

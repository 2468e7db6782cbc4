package io.clearway.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.monitor.Trip;
import io.clearway.monitor.Trip.Kind;
import io.clearway.scenario.LiveSignal;
import io.clearway.timing.SignalTiming;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of stages that an owner demands is walked, and a guard that does not keep it is found. */
class OrderedStagesTest {
    private static final String[] STAGES = {WalkedJunction.NORTH, WalkedJunction.LEFT_ONLY, WalkedJunction.EAST};
    private final SignalTiming ordered = new SignalTiming(
            WalkedJunction.timing().movements(), WalkedJunction.timing().intergreens(), List.of(0, 2, 1));

    @Test
    void anOrderThatIsKeptIsSafe() {
        SignalVerification verified =
                SignalVerifier.verify(WalkedJunction.signal(ordered, STAGES), WalkedJunction.light());
        assertThat(verified.violations()).isEmpty();
        assertThat(verified.states()).isGreaterThan(50);
        assertThat(verified.longestWaitSeconds()).isBetween(50.0, 90.0);
    }

    @Test
    void anOrderThatIsNotKeptIsFound() {
        LiveSignal any = WalkedJunction.signal(WalkedJunction.timing(), STAGES);
        EnvelopeWalk walk = new EnvelopeWalk(any, WalkedJunction.light(), ordered, 100_000);
        walk.walk();
        assertThat(walk.violations()).extracting(Trip::kind).contains(Kind.OUT_OF_ORDER);
        assertThat(walk.violations())
                .extracting(Trip::description)
                .contains("stage 1 follows stage 0, against the owner's order [0, 2, 1]");
    }
}

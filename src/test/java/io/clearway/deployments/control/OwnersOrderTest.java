package io.clearway.deployments.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.scenario.LiveInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A signal whose owner demands the stages 0, 1, 2 in this order, one for each stream. */
class OwnersOrderTest {
    private final PlanIssuer issuer = new PlanIssuer(
            List.of(ReleaseTest.signal(List.of(0, 1, 2))),
            List.of(ReleaseTest.light()),
            List.of("Grr"),
            0,
            new DecisionLimits(1, 1));
    private final List<String> greens = new ArrayList<>();
    private final List<SignalEvent> events = new ArrayList<>();

    @Test
    void aControllerThatSkipsAStageGetsItAndTheReasonIsTold() {
        drive(2, 60);
        assertThat(greens).containsExactly("Grr", "rGr", "rrG");
        assertThat(events).extracting(SignalEvent::kind).containsOnly(SignalEvent.Kind.OUT_OF_ORDER);
        assertThat(events)
                .extracting(SignalEvent::description)
                .containsExactly(
                        "stage 2 was requested after stage 0; the owner's order [0, 1, 2] has stage 1 next, which comes");
        assertThat(issuer.shown().get(0)).extracting(LiveInterface.Shown::free).isEqualTo(List.of(true, false, true));
    }

    @Test
    void anOperatorsHoldGoesByWayOfTheOrder() {
        drive(0, 20);
        OperatorOrder hold = new OperatorOrder(OperatorOrder.Action.HOLD, Optional.empty(), 2, "works", "Ada");
        assertThat(issuer.execute(hold, 20)).containsExactly("a");
        drive(0, 60);
        assertThat(greens).containsExactly("Grr", "rGr", "rrG");
        assertThat(events)
                .extracting(SignalEvent::kind)
                .containsExactly(SignalEvent.Kind.ORDER, SignalEvent.Kind.OUT_OF_ORDER);
    }

    private int now;

    private void drive(int choice, int seconds) {
        JointObservation observation = JointObservation.of(new float[][] {{1}}, new boolean[][] {{true, true, true}});
        for (int second = 0; second < seconds; second++) {
            issuer.decide(now, observation, new ControllerResponse.Answered(JointAction.of(choice)));
            String state = Objects.requireNonNull(issuer.tick(now).get("a"));
            boolean green = state.indexOf('G') >= 0 && state.indexOf('y') < 0;
            if (green && (greens.isEmpty() || !greens.get(greens.size() - 1).equals(state))) {
                greens.add(state);
            }
            now++;
            issuer.observe(now, List.of(state), new boolean[][] {new boolean[3]});
            events.addAll(issuer.drainEvents());
        }
    }
}

package io.clearway.verification;

import io.clearway.monitor.Trip;
import io.clearway.scenario.LiveSignal;
import io.clearway.signal.Phase;
import io.clearway.timing.SignalTiming;
import java.util.List;
import java.util.Optional;

/** Whether stages come in the order of the timing sheet, counted here anew. */
final class OrderCheck {
    private final List<Phase> phases;
    private final List<Integer> order;

    /** @param required the times that a signal has to keep to */
    OrderCheck(LiveSignal signal, SignalTiming required) {
        this.phases = signal.phases();
        this.order = required.order();
    }

    /** A change of stages that the order does not have; stages of the network's own program alone are not judged. */
    Optional<Trip> check(Phase from, Phase to, double seconds) {
        int before = phases.indexOf(from);
        int after = phases.indexOf(to);
        boolean known = order.contains(before) && (after >= 0);
        boolean stays = from.equals(to);
        if (order.isEmpty() || stays || !known || order.get((order.indexOf(before) + 1) % order.size()) == after) {
            return Optional.empty();
        }
        String text = "stage %d follows stage %d, against the owner's order %s".formatted(after, before, order);
        return Optional.of(new Trip(Trip.Kind.OUT_OF_ORDER, seconds, to.state(), Trip.NO_INDEX, Trip.NO_INDEX, text));
    }
}

package io.clearway.timing;

import java.util.HashSet;
import java.util.List;

/**
 * The times of one signal.
 *
 * @param movements by signal index
 * @param intergreens between them
 * @param order numbers of the controller's stages in the order that the owner demands, over and over; empty for any
 */
public record SignalTiming(List<MovementTiming> movements, Intergreens intergreens, List<Integer> order) {
    public SignalTiming {
        movements = List.copyOf(movements);
        order = List.copyOf(order);
        if (order.size() == 1 || new HashSet<>(order).size() < order.size()) {
            throw new IllegalArgumentException(
                    "order %s must have at least two stages, each once; give none for any order".formatted(order));
        }
        if (movements.size() != intergreens.size()) {
            throw new IllegalArgumentException("A signal with %d movements has intergreens for %d"
                    .formatted(movements.size(), intergreens.size()));
        }
        for (Intergreens.Entry entry : intergreens.entries()) {
            if (entry.seconds() < movements.get(entry.ending()).yellowSeconds()) {
                throw new IllegalArgumentException(
                        "The intergreen from %d to %d, %d s, is shorter than the yellow of %d, %d s; give at least that"
                                .formatted(
                                        entry.ending(),
                                        entry.beginning(),
                                        entry.seconds(),
                                        entry.ending(),
                                        movements.get(entry.ending()).yellowSeconds()));
            }
        }
    }

    /** Times for stages in any order. */
    public SignalTiming(List<MovementTiming> movements, Intergreens intergreens) {
        this(movements, intergreens, List.of());
    }

    /**
     * The same times with a maximum red that is no longer than this.
     *
     * @param seconds 0: no further limit
     */
    public SignalTiming withMaximumRed(int seconds) {
        return seconds == 0
                ? this
                : new SignalTiming(
                        movements.stream()
                                .map(movement -> movement.withMaximumRed(seconds))
                                .toList(),
                        intergreens,
                        order);
    }

    /** Number of signal indices. */
    public int size() {
        return movements.size();
    }
}

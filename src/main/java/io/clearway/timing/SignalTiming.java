package io.clearway.timing;

import java.util.List;

/**
 * The times of one signal.
 *
 * @param movements by signal index
 * @param intergreens between them
 */
public record SignalTiming(List<MovementTiming> movements, Intergreens intergreens) {
    public SignalTiming {
        movements = List.copyOf(movements);
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
                        intergreens);
    }

    /** Number of signal indices. */
    public int size() {
        return movements.size();
    }
}

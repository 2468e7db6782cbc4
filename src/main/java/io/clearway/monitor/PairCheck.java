package io.clearway.monitor;

import io.clearway.monitor.Trip.Kind;
import java.util.Optional;

/** What one state alone shows: foes that have green together, or green beside yellow. */
final class PairCheck {
    private final Foe[][] foes;

    PairCheck(Foe[][] foes) {
        this.foes = foes;
    }

    /** Checks each index that changed; all when the state before isn't known, that is empty. */
    Optional<Trip> check(String before, String now, double seconds) {
        for (int index = 0; index < foes.length; index++) {
            if (before.isEmpty() || before.charAt(index) != now.charAt(index)) {
                for (Foe foe : foes[index]) {
                    if (!allowed(now.charAt(index), foe, now.charAt(foe.index()))) {
                        return Optional.of(trip(index, foe.index(), now, seconds));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean allowed(char own, Foe foe, char other) {
        if (Aspects.isGreen(own)) {
            return Aspects.isGreen(other)
                    ? foe.allows(own, other)
                    : !Aspects.isYellow(other) || foe.allowsDuringItsYellow(own);
        }
        return !Aspects.isYellow(own) || !Aspects.isGreen(other) || foe.allowsDuringOwnYellow(other);
    }

    private static Trip trip(int index, int other, String now, double seconds) {
        char own = now.charAt(index);
        char its = now.charAt(other);
        Kind kind = Aspects.isGreen(own) && Aspects.isGreen(its) ? Kind.CONFLICTING_GREEN : Kind.GREEN_AGAINST_YELLOW;
        String description = "index %d shows '%s' while index %d, which conflicts with it, shows '%s'"
                .formatted(index, own, other, its);
        return new Trip(kind, seconds, now, index, other, description);
    }
}

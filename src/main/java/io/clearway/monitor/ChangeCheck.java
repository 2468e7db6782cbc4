package io.clearway.monitor;

import io.clearway.monitor.Trip.Kind;
import io.clearway.timing.MovementTiming;
import io.clearway.timing.SignalTiming;
import java.util.List;
import java.util.Optional;

/** What a change of the state shows: yellows and greens that end too early, and greens that begin too early. */
final class ChangeCheck {
    private final List<MovementTiming> movements;
    private final Foe[][] foes;
    private final Clocks clocks;

    ChangeCheck(SignalTiming timing, Foe[][] foes, Clocks clocks) {
        this.movements = timing.movements();
        this.foes = foes;
        this.clocks = clocks;
    }

    /** Whatever ends; to be called before the clocks know of the change. */
    Optional<Trip> checkEnds(String before, String now, double seconds) {
        Optional<Trip> trip = Optional.empty();
        for (int index = 0; index < foes.length && trip.isEmpty(); index++) {
            char was = before.charAt(index);
            if (Aspects.isGreen(was) && !Aspects.isGreen(now.charAt(index))) {
                trip = endGreen(index, now, seconds);
            } else if (Aspects.isYellow(was) && !Aspects.isYellow(now.charAt(index))) {
                trip = endYellow(index, now, seconds);
            }
        }
        return trip;
    }

    private Optional<Trip> endGreen(int index, String now, double seconds) {
        int yellow = movements.get(index).yellowSeconds();
        if (yellow > 0 && !Aspects.isYellow(now.charAt(index))) {
            String text = "index %d lost green without yellow; %d s are required".formatted(index, yellow);
            return Optional.of(new Trip(Kind.MISSING_YELLOW, seconds, now, index, Trip.NO_INDEX, text));
        }
        double green = seconds - clocks.greenBegan(index);
        int minimum = movements.get(index).minimumGreenSeconds();
        return tooShort(green, minimum)
                ? shown(Kind.SHORT_GREEN, index, green, minimum, now, seconds)
                : Optional.empty();
    }

    private Optional<Trip> endYellow(int index, String now, double seconds) {
        double yellow = seconds - clocks.yellowBegan(index);
        int required = movements.get(index).yellowSeconds();
        return tooShort(yellow, required)
                ? shown(Kind.SHORT_YELLOW, index, yellow, required, now, seconds)
                : Optional.empty();
    }

    private static Optional<Trip> shown(Kind kind, int index, double shown, int required, String now, double seconds) {
        String what = kind == Kind.SHORT_GREEN ? "green" : "yellow";
        String text =
                "index %d showed %s for %s s; %d s are required".formatted(index, what, Trip.text(shown), required);
        return Optional.of(new Trip(kind, seconds, now, index, Trip.NO_INDEX, text));
    }

    /** Whatever begins; to be called when the clocks know of the change. */
    Optional<Trip> checkBegins(String before, String now, double seconds) {
        Optional<Trip> trip = Optional.empty();
        for (int index = 0; index < foes.length && trip.isEmpty(); index++) {
            if (Aspects.beginsGreen(before.charAt(index), now.charAt(index))) {
                trip = checkBegin(index, now, seconds);
            }
        }
        return trip;
    }

    private Optional<Trip> checkBegin(int index, String now, double seconds) {
        for (Foe foe : foes[index]) {
            char other = now.charAt(foe.index());
            if (Aspects.isYellow(other)) {
                return Optional.of(beginsAgainstYellow(index, foe, now, seconds));
            }
            if (!Aspects.isGreen(other) && tooShort(seconds - clocks.greenEnded(foe.index()), foe.clearanceSeconds())) {
                return Optional.of(beginsEarly(index, foe, now, seconds));
            }
        }
        return Optional.empty();
    }

    private static Trip beginsAgainstYellow(int index, Foe foe, String now, double seconds) {
        String text = "index %d got '%s' while index %d, which conflicts with it, has yellow"
                .formatted(index, now.charAt(index), foe.index());
        return new Trip(Kind.GREEN_AGAINST_YELLOW, seconds, now, index, foe.index(), text);
    }

    private Trip beginsEarly(int index, Foe foe, String now, double seconds) {
        String text = "index %d got %s %s s after index %d lost %s; %d s are required"
                .formatted(
                        index,
                        now.charAt(index) == Aspects.PRIORITY_GREEN ? "green" : "yielding green",
                        Trip.text(seconds - clocks.greenEnded(foe.index())),
                        foe.index(),
                        foe.crossing() ? "its walk" : "it",
                        foe.clearanceSeconds());
        Kind kind = foe.crossing() ? Kind.SHORT_WALK_CLEARANCE : Kind.SHORT_CLEARANCE;
        return new Trip(kind, seconds, now, index, foe.index(), text);
    }

    /** False for an unknown time. */
    private static boolean tooShort(double seconds, int required) {
        return seconds < required - SignalMonitor.TOLERANCE_SECONDS;
    }
}

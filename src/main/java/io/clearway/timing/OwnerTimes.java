package io.clearway.timing;

import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.RoadNetwork.ProgramPhase;
import java.util.List;
import java.util.OptionalInt;

/** Times that a signal's own program gives, step after step in a circle. */
final class OwnerTimes {
    private final List<ProgramPhase> steps;

    OwnerTimes(Program program) {
        this.steps = program.phases();
    }

    int cycleSeconds() {
        return (int) Math.ceil(steps.stream().mapToDouble(ProgramPhase::seconds).sum());
    }

    /** Longest yellow of an index right after its green; empty when it has none. */
    OptionalInt yellowSeconds(int index) {
        double longest = 0;
        for (int step = 0; step < steps.size(); step++) {
            if (isGreen(step - 1, index) && isYellow(step, index)) {
                double yellow = 0;
                for (int at = step; at < step + steps.size() && isYellow(at, index); at++) {
                    yellow += at(at).seconds();
                }
                longest = Math.max(longest, yellow);
            }
        }
        return longest > 0 ? OptionalInt.of((int) Math.ceil(longest)) : OptionalInt.empty();
    }

    /** Shortest green of an index; empty when it never begins one. */
    OptionalInt greenSeconds(int index) {
        double shortest = Double.POSITIVE_INFINITY;
        for (int step = 0; step < steps.size(); step++) {
            if (!isGreen(step - 1, index) && isGreen(step, index)) {
                double green = 0;
                for (int at = step; isGreen(at, index); at++) {
                    green += at(at).seconds();
                }
                shortest = Math.min(shortest, green);
            }
        }
        return Double.isFinite(shortest) ? OptionalInt.of((int) Math.floor(shortest)) : OptionalInt.empty();
    }

    /**
     * Shortest time from the end of green of one index to the beginning of green of another within one change of
     * stages: no third index begins its green in between, so that a whole stage never counts as clearance. Empty when
     * the program has no such change.
     */
    OptionalInt intergreenSeconds(int ending, int beginning) {
        double shortest = Double.POSITIVE_INFINITY;
        for (int step = 0; step < steps.size(); step++) {
            if (isGreen(step - 1, ending) && !isGreen(step, ending)) {
                shortest = Math.min(shortest, untilBegin(step, beginning));
            }
        }
        return Double.isFinite(shortest) ? OptionalInt.of((int) Math.floor(shortest)) : OptionalInt.empty();
    }

    private double untilBegin(int from, int beginning) {
        double passed = 0;
        for (int step = from; step < from + steps.size(); step++) {
            if (isGreen(step, beginning)) {
                return isGreen(step - 1, beginning) ? Double.POSITIVE_INFINITY : passed;
            }
            if (step > from && beginsAny(step)) {
                return Double.POSITIVE_INFINITY;
            }
            passed += at(step).seconds();
        }
        return Double.POSITIVE_INFINITY;
    }

    private boolean beginsAny(int step) {
        for (int index = 0; index < at(step).state().length(); index++) {
            if (isGreen(step, index) && !isGreen(step - 1, index)) {
                return true;
            }
        }
        return false;
    }

    private ProgramPhase at(int step) {
        return steps.get(Math.floorMod(step, steps.size()));
    }

    private boolean isGreen(int step, int index) {
        char light = light(step, index);
        return light == 'G' || light == 'g';
    }

    private boolean isYellow(int step, int index) {
        char light = light(step, index);
        return light == 'y' || light == 'Y';
    }

    private char light(int step, int index) {
        String state = at(step).state();
        return index < state.length() ? state.charAt(index) : 'r';
    }
}

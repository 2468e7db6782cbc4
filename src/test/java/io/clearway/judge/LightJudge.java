package io.clearway.judge;

import io.clearway.judge.SignalLog.Shown;
import io.clearway.judge.Violation.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Judges one light, state by state. */
final class LightJudge {
    /** Times in SUMO's files have two decimals. */
    private static final double TOLERANCE = 1e-3;

    private final JudgedLight light;
    private final OwnerProgram owner;
    private final JudgedMinimums minimums;
    private final WalkClearance walkClearance;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<List<Object>> lasting = new HashSet<>();

    /** Since when each index is green, has priority, is yellow, is not green; infinitely long when unknown. */
    private final double[] greenSince;

    private final double[] prioritySince;
    private final double[] yellowSince;
    private final double[] greenUntil;
    private String before = "";

    LightJudge(JudgedLight light, OwnerProgram owner, JudgedMinimums minimums) {
        this.light = light;
        this.owner = owner;
        this.minimums = minimums;
        walkClearance = new WalkClearance(light, owner);
        greenSince = unknown();
        prioritySince = unknown();
        yellowSince = unknown();
        greenUntil = unknown();
    }

    private double[] unknown() {
        double[] times = new double[light.size()];
        Arrays.fill(times, Double.NEGATIVE_INFINITY);
        return times;
    }

    List<Violation> violations() {
        return violations;
    }

    void see(Shown shown) {
        if (!readable(shown)) {
            return;
        }
        String now = shown.state();
        for (int i = 0; i < light.size() && !before.isEmpty(); i++) {
            change(i, before.charAt(i), now.charAt(i), shown.seconds());
        }
        for (int i = 0; i < light.size(); i++) {
            for (int j : light.foes(i)) {
                if (i < j) {
                    conflict(i, j, shown);
                }
                againstYellow(i, j, shown);
            }
            if (!before.isEmpty() && States.begins(before.charAt(i), now.charAt(i))) {
                begin(i, shown);
            }
        }
        before = now;
    }

    private boolean readable(Shown shown) {
        String state = shown.state();
        boolean complete = state.length() == light.size();
        boolean known = state.chars().allMatch(character -> States.isKnown((char) character));
        boolean dark = false;
        for (int i = 0; i < Math.min(state.length(), light.size()); i++) {
            dark |= States.isOff(state.charAt(i)) && !owner.switchesOff(i);
        }
        whileTrue(!complete, shown, Kind.WRONG_LENGTH, "%s instead of %d characters".formatted(state, light.size()));
        whileTrue(!known, shown, Kind.UNKNOWN_STATE, state);
        whileTrue(dark, shown, Kind.DARK, state);
        return complete && known && !dark;
    }

    /** The times of an index, and what it must not do by itself. */
    private void change(int index, char from, char to, double seconds) {
        boolean vehicles = light.isVehicles(index);
        if (States.isGreen(from) && !States.isGreen(to)) {
            if (vehicles && !States.isYellow(to)) {
                add(seconds, Kind.MISSING_YELLOW, "%d goes from %s to %s".formatted(index, from, to));
            }
            if (!light.links(index).isEmpty()) {
                require(seconds - greenSince[index], minimums.greenSeconds(), seconds, Kind.SHORT_GREEN, "of " + index);
            }
            greenUntil[index] = seconds;
        }
        if (States.isYellow(from) && !States.isYellow(to) && vehicles) {
            require(seconds - yellowSince[index], minimums.yellowSeconds(), seconds, Kind.SHORT_YELLOW, "of " + index);
        }
        if (States.isYellow(to) && !States.isYellow(from)) {
            yellowSince[index] = seconds;
        }
        if (States.isGreen(to) && !States.isGreen(from)) {
            greenSince[index] = seconds;
        }
        if (States.begins(from, to)) {
            prioritySince[index] = seconds;
        }
    }

    private void conflict(int i, int j, Shown shown) {
        char first = shown.state().charAt(i);
        char second = shown.state().charAt(j);
        boolean conflict = States.isGreen(first)
                && States.isGreen(second)
                && !owner.shows(i, first, j, second)
                && !mayMeet(i, first, j, second);
        whileTrue(
                conflict, shown, Kind.CONFLICTING_GREENS, "%d is %s and %d is %s".formatted(i, first, j, second), i, j);
    }

    private boolean mayMeet(int i, char first, int j, char second) {
        if (first == 'G' && second == 'G') {
            return light.onlyMerge(i, j);
        }
        boolean firstYields = first == 'g' && light.yields(i, j);
        boolean secondYields = second == 'g' && light.yields(j, i);
        return firstYields || secondYields;
    }

    /** Green is fine against a foe's yellow only where both were green together before. */
    private void againstYellow(int green, int yellow, Shown shown) {
        boolean together = States.isGreen(shown.state().charAt(green))
                && States.isYellow(shown.state().charAt(yellow))
                && !before.isEmpty();
        boolean late = prioritySince[green] > Double.NEGATIVE_INFINITY && prioritySince[green] >= yellowSince[yellow];
        boolean notAfterGreen = greenUntil[yellow] < yellowSince[yellow];
        boolean wrong = together && (late || notAfterGreen);
        whileTrue(
                wrong,
                shown,
                Kind.GREEN_AGAINST_YELLOW,
                "%d is %s while %d is yellow".formatted(green, shown.state().charAt(green), yellow),
                green,
                yellow);
    }

    /** The clearances that an index awaits before its green. */
    private void begin(int index, Shown shown) {
        if (!light.isVehicles(index)) {
            return;
        }
        for (int foe : light.foes(index)) {
            char state = shown.state().charAt(foe);
            if (States.isGreen(state)) {
                continue;
            }
            double seconds = shown.seconds() - greenUntil[foe];
            String text = "from the end of %d to the begin of %d".formatted(foe, index);
            if (light.isWalk(foe)) {
                double least = walkClearance.seconds(foe, index);
                require(seconds, least, shown.seconds(), Kind.SHORT_WALK_CLEARANCE, text);
            } else if (!States.isYellow(state)) {
                boolean waited = owner.waitedGap(foe, index) <= owner.gap(foe, index);
                double least = waited && Double.isFinite(owner.gap(foe, index)) ? owner.gap(foe, index) : 0;
                require(seconds, least, shown.seconds(), Kind.SHORT_CLEARANCE, text);
            }
        }
    }

    private void require(double actual, double least, double seconds, Kind kind, String text) {
        if (actual < least - TOLERANCE) {
            add(seconds, kind, "%.1f s %s, at least %.1f s".formatted(actual, text, least));
        }
    }

    /** Reports the begin of what lasts, once. */
    private void whileTrue(boolean holds, Shown shown, Kind kind, String text, Object... indices) {
        List<Object> key = new ArrayList<>(Arrays.asList(indices));
        key.add(kind);
        if (!holds) {
            lasting.remove(key);
        } else if (lasting.add(key)) {
            add(shown.seconds(), kind, text);
        }
    }

    private void add(double seconds, Kind kind, String text) {
        violations.add(new Violation(light.id(), seconds, kind, text));
    }
}

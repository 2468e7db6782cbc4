package io.clearway.scenario.onboarding;

import io.clearway.signal.ConflictMatrix;
import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.RoadNetwork.ProgramPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** One program of a signal, examined as a cycle of steps. */
final class ProgramAudit {
    private final List<ProgramPhase> steps;
    private final int size;

    /** @param size number of signal indices that control something */
    ProgramAudit(Program program, int size) {
        this.steps = program.phases();
        this.size = program.phases().stream()
                .mapToInt(step -> Math.min(size, step.state().length()))
                .min()
                .orElse(0);
    }

    double cycleSeconds() {
        return steps.stream().mapToDouble(ProgramPhase::seconds).sum();
    }

    /** Longest step with yellow in which nothing turns green; empty when no step has yellow. */
    OptionalDouble yellowSeconds() {
        return steps.stream()
                .filter(step -> step.state().chars().anyMatch(light -> light == 'y' || light == 'Y'))
                .mapToDouble(ProgramPhase::seconds)
                .max();
    }

    /** Signal indices of these that go from green to red at once. */
    List<Integer> withoutYellow(IntPredicate asked) {
        TreeSet<Integer> missing = new TreeSet<>();
        for (int step = 0; step < steps.size(); step++) {
            for (int index = 0; index < size; index++) {
                if (asked.test(index) && isGreen(light(step, index)) && isRed(light(step + 1, index))) {
                    missing.add(index);
                }
            }
        }
        return List.copyOf(missing);
    }

    /**
     * Shortest time between the end of one movement's green and yellow and the begin of the green of another that it
     * conflicts with; empty when that never happens within one change of stages: no third movement begins its green in
     * between, so that a whole stage never counts as clearance.
     */
    OptionalDouble clearanceSeconds(ConflictMatrix conflicts) {
        OptionalDouble shortest = OptionalDouble.empty();
        for (int step = 0; step < steps.size(); step++) {
            for (int begins = 0; begins < size; begins++) {
                if (isGreen(light(step, begins)) && !isGreen(light(step - 1, begins))) {
                    double clearance = sinceRivals(step, begins, conflicts);
                    if (Double.isFinite(clearance)) {
                        shortest = OptionalDouble.of(Math.min(clearance, shortest.orElse(clearance)));
                    }
                }
            }
        }
        return shortest;
    }

    /**
     * Time from the end of the last rival's right of way to the begin of a step; infinite when a stage lies between.
     */
    private double sinceRivals(int step, int begins, ConflictMatrix conflicts) {
        double passed = 0;
        for (int back = 1; back < steps.size(); back++) {
            for (int rival = 0; rival < Math.min(size, conflicts.size()); rival++) {
                if (conflicts.conflict(begins, rival) && !isRed(light(step - back, rival))) {
                    return passed;
                }
            }
            if (beginsAny(step - back)) {
                return Double.POSITIVE_INFINITY;
            }
            passed += at(step - back).seconds();
        }
        return Double.POSITIVE_INFINITY;
    }

    private boolean beginsAny(int step) {
        for (int index = 0; index < size; index++) {
            if (isGreen(light(step, index)) && !isGreen(light(step - 1, index))) {
                return true;
            }
        }
        return false;
    }

    /** States that give green with priority to two movements in conflict, each once. */
    List<ConflictMatrix.Conflict> conflicts(ConflictMatrix matrix) {
        List<ConflictMatrix.Conflict> found = new ArrayList<>();
        for (ProgramPhase step : steps) {
            matrix.findProtected(step.state())
                    .filter(conflict -> !found.contains(conflict))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** Share of a round in which one of these signal indices at least is green. */
    double greenShare(List<Integer> indices) {
        double green = 0;
        for (int step = 0; step < steps.size(); step++) {
            int at = step;
            if (indices.stream().anyMatch(index -> index < size && isGreen(light(at, index)))) {
                green += steps.get(step).seconds();
            }
        }
        return green / cycleSeconds();
    }

    private ProgramPhase at(int step) {
        return steps.get(Math.floorMod(step, steps.size()));
    }

    private char light(int step, int index) {
        return at(step).state().charAt(index);
    }

    private static boolean isGreen(char light) {
        return light == 'G' || light == 'g';
    }

    private static boolean isRed(char light) {
        return light == 'r' || light == 's';
    }
}

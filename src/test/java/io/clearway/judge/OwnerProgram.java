package io.clearway.judge;

import io.clearway.judge.JudgedLight.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What a light's own programs show: the pairs of greens, the shortest times, and the seconds between foes. */
final class OwnerProgram {
    /** So many that each change appears with all that precedes it. */
    private static final int CYCLES = 3;

    /** A step of green that lasts so long is a stage of its own, which says nothing of the clearance around it. */
    private static final double STAGE_SECONDS = 5;

    /** gg, gG, Gg, GG. */
    private static final int GREEN_PAIRS = 4;

    private final JudgedLight light;
    private final boolean[][] together;
    private final boolean[] off;

    /** From the end of green of the first to the begin of green of the second; infinite when never. */
    private final double[][] gaps;

    /** The same, where no other index begins green in between. */
    private final double[][] directGaps;

    /** The same, where neither vehicles that conflict with the second have green in between, nor a stage passes. */
    private final double[][] waitedGaps;

    private double shortestYellow = Double.POSITIVE_INFINITY;
    private double shortestGreen = Double.POSITIVE_INFINITY;

    OwnerProgram(JudgedLight light) {
        this.light = light;
        int size = light.size();
        together = new boolean[size * size][GREEN_PAIRS];
        off = new boolean[size];
        gaps = infinite(size);
        directGaps = infinite(size);
        waitedGaps = infinite(size);
        for (List<Step> program : light.programs()) {
            program.forEach(step -> collectPairs(step.state()));
            List<Step> repeated = new ArrayList<>();
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                repeated.addAll(program);
            }
            collectTimes(repeated);
        }
    }

    private static double[][] infinite(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> IntStream.range(0, size)
                        .mapToDouble(j -> Double.POSITIVE_INFINITY)
                        .toArray())
                .toArray(double[][]::new);
    }

    double shortestYellow() {
        return shortestYellow;
    }

    double shortestGreen() {
        return shortestGreen;
    }

    boolean switchesOff(int index) {
        return off[index];
    }

    /** Whether a step shows these greens of two indices together. */
    boolean shows(int first, char firstGreen, int second, char secondGreen) {
        return together[first * light.size() + second][pair(firstGreen, secondGreen)];
    }

    /** The shortest time from end of green to begin of green; infinite when the programs have no such change. */
    double gap(int from, int to) {
        return gaps[from][to];
    }

    /** The shortest of those in which nobody begins green meanwhile. */
    double directGap(int from, int to) {
        return directGaps[from][to];
    }

    /** The shortest of those in which nobody else keeps the second waiting, nor another stage passes. */
    double waitedGap(int from, int to) {
        return waitedGaps[from][to];
    }

    private static int pair(char first, char second) {
        return (first == 'G' ? 2 : 0) + (second == 'G' ? 1 : 0);
    }

    private void collectPairs(String state) {
        for (int i = 0; i < light.size(); i++) {
            off[i] |= States.isOff(state.charAt(i));
            for (int j = 0; j < light.size(); j++) {
                if (States.isGreen(state.charAt(i)) && States.isGreen(state.charAt(j))) {
                    together[i * light.size() + j][pair(state.charAt(i), state.charAt(j))] = true;
                }
            }
        }
    }

    private void collectTimes(List<Step> steps) {
        for (int i = 0; i < light.size(); i++) {
            int index = i;
            if (light.isVehicles(i)) {
                shortestYellow = Math.min(shortestYellow, shortest(steps, s -> States.isYellow(s.charAt(index))));
            }
            if (!light.links(i).isEmpty()) {
                shortestGreen = Math.min(shortestGreen, shortest(steps, s -> States.isGreen(s.charAt(index))));
            }
        }
        for (int k = 1; k < steps.size(); k++) {
            for (int j = 0; j < light.size(); j++) {
                if (begins(steps, k, j)) {
                    collectGaps(steps, k, j);
                }
            }
        }
    }

    private static double shortest(List<Step> steps, Predicate<String> shown) {
        double shortest = Double.POSITIVE_INFINITY;
        double seconds = Double.NaN;
        for (int k = 1; k < steps.size(); k++) {
            if (!shown.test(steps.get(k).state())) {
                if (seconds > 0) {
                    shortest = Math.min(shortest, seconds);
                }
                seconds = Double.NaN;
            } else if (!shown.test(steps.get(k - 1).state())) {
                seconds = steps.get(k).seconds();
            } else {
                seconds += steps.get(k).seconds();
            }
        }
        return shortest;
    }

    private static boolean begins(List<Step> steps, int step, int index) {
        return States.begins(
                steps.get(step - 1).state().charAt(index),
                steps.get(step).state().charAt(index));
    }

    private void collectGaps(List<Step> steps, int begin, int to) {
        for (int from : light.foes(to)) {
            double seconds = 0;
            int k = begin;
            while (k > 0 && !States.isGreen(steps.get(k - 1).state().charAt(from))) {
                k--;
                seconds += steps.get(k).seconds();
            }
            if (k > 0 && !States.isGreen(steps.get(begin).state().charAt(from))) {
                gaps[from][to] = Math.min(gaps[from][to], seconds);
                if (IntStream.range(k, begin).noneMatch(step -> anyBegins(steps, step))) {
                    directGaps[from][to] = Math.min(directGaps[from][to], seconds);
                }
                if (IntStream.range(k, begin)
                        .noneMatch(step -> foeIsGreen(steps.get(step).state(), to) || isStage(steps.get(step)))) {
                    waitedGaps[from][to] = Math.min(waitedGaps[from][to], seconds);
                }
            }
        }
    }

    private boolean anyBegins(List<Step> steps, int step) {
        return IntStream.range(0, light.size()).anyMatch(index -> begins(steps, step, index));
    }

    private static boolean isStage(Step step) {
        return step.seconds() >= STAGE_SECONDS
                && step.state().chars().anyMatch(light -> States.isGreen((char) light))
                && step.state().chars().noneMatch(light -> States.isYellow((char) light));
    }

    private boolean foeIsGreen(String state, int index) {
        return light.foes(index).stream().anyMatch(foe -> light.isVehicles(foe) && States.isGreen(state.charAt(foe)));
    }
}

package io.clearway.signal;

import io.clearway.simulation.RoadNetwork;
import java.util.List;
import java.util.Optional;

/**
 * A fixed-time program: steps that repeat cyclically.
 *
 * @param id name of the program in the network
 * @param offsetSeconds when its first step begins
 * @param steps in order, yellow ones included
 */
public record SignalProgram(String id, double offsetSeconds, List<Step> steps) {
    public SignalProgram {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("Program '%s' has no steps".formatted(id));
        }
    }

    /** One step: how long it lasts and SUMO's state that it shows. */
    public record Step(double seconds, String state) {
        public Step {
            if (!(seconds > 0)) {
                throw new IllegalArgumentException("A program's step must last longer than 0 s, not " + seconds);
            }
        }
    }

    /** The program of a network. */
    public static SignalProgram of(RoadNetwork.Program program) {
        return new SignalProgram(
                program.id(),
                program.offsetSeconds(),
                program.phases().stream()
                        .map(phase -> new Step(phase.seconds(), phase.state()))
                        .toList());
    }

    /** Cycle length in seconds. */
    public double cycleSeconds() {
        return steps.stream().mapToDouble(Step::seconds).sum();
    }

    /** State shown at a time in seconds. */
    public String stateAt(double seconds) {
        return steps.get(stepAt(seconds)).state();
    }

    /** The stage shown at a time in seconds, or gone over to from there; empty when the program has no stage. */
    public Optional<Phase> stageAt(double seconds) {
        int first = stepAt(seconds);
        for (int step = first; step < first + steps.size(); step++) {
            String state = steps.get(step % steps.size()).state();
            if (Phase.isStage(state)) {
                return Optional.of(new Phase(state));
            }
        }
        return Optional.empty();
    }

    private int stepAt(double seconds) {
        double cycle = cycleSeconds();
        double left = (((seconds - offsetSeconds) % cycle) + cycle) % cycle;
        for (int step = 0; step < steps.size(); step++) {
            if (left < steps.get(step).seconds()) {
                return step;
            }
            left -= steps.get(step).seconds();
        }
        return steps.size() - 1;
    }
}

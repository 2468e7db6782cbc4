package io.clearway.scenario.atsc.network;

import io.clearway.timing.SignalTiming;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The phases that a signal goes through in turn: in the order that its owner demands; else those of its network's own
 * program in the program's order, or all of its agent's phases where the program shows none of them. Together they
 * serve every movement that the program serves.
 *
 * @param phases indices of its phases, each once
 */
public record Stages(List<Integer> phases) {
    public Stages {
        phases = List.copyOf(phases);
    }

    /** Those of a signal that keeps to a timing sheet. */
    public static Stages of(ControlledSignal signal, SignalTiming timing) {
        return timing.order().isEmpty() ? of(signal) : new Stages(timing.order());
    }

    /** Those of a signal without a demanded order. */
    public static Stages of(ControlledSignal signal) {
        List<Integer> shown = signal.program().steps().stream()
                .flatMap(step -> signal.find(step.state()).stream().boxed())
                .distinct()
                .toList();
        return new Stages(
                shown.isEmpty()
                        ? IntStream.range(0, signal.phases().size()).boxed().toList()
                        : shown);
    }

    public int size() {
        return phases.size();
    }

    /** The phase that follows another; the first one when that is none of these. */
    public int after(int phase) {
        return phases.get((phases.indexOf(phase) + 1) % phases.size());
    }
}

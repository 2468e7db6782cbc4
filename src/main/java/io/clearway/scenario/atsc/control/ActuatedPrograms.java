package io.clearway.scenario.atsc.control;

import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.setting.InvalidSetting;
import io.clearway.signal.Phase;
import io.clearway.signal.SignalProgram;
import io.clearway.simulation.ActuatedProgram;
import java.util.List;

/** The networks' own programs with greens that the traffic extends; their transitions stay as they are. */
public final class ActuatedPrograms {
    /** A green lasts this long at least, or as long as the network's own program gives it when that is less. */
    static final double SHORTEST_GREEN_SECONDS = 5;

    /** A green lasts this long at most, or as long as the network's own program gives it when that is more. */
    static final double LONGEST_GREEN_SECONDS = 50;

    private ActuatedPrograms() {}

    /**
     * Programs for all signals that have two greens to choose between; others keep their own.
     *
     * @param control setting that requires them, as the user gave it
     * @throws InvalidSetting when no signal of the network can have one
     */
    public static List<ActuatedProgram> of(
            List<ControlledSignal> signals, ActuatedProgram.ProgramType law, String control) {
        List<ActuatedProgram> programs = signals.stream()
                .filter(signal -> greens(signal.program()) > 1)
                .map(signal -> new ActuatedProgram(
                        signal.id(),
                        law,
                        signal.program().steps().stream()
                                .map(ActuatedPrograms::phase)
                                .toList()))
                .toList();
        if (programs.isEmpty()) {
            throw new InvalidSetting(
                    "control",
                    control,
                    "no signal of this network has a program with two greens to choose between; give 'agents' or 'program'");
        }
        return programs;
    }

    private static long greens(SignalProgram program) {
        return program.steps().stream()
                .filter(step -> Phase.isStage(step.state()))
                .count();
    }

    private static ActuatedProgram.Phase phase(SignalProgram.Step step) {
        return Phase.isStage(step.state())
                ? new ActuatedProgram.Phase(
                        Math.min(SHORTEST_GREEN_SECONDS, step.seconds()),
                        Math.max(LONGEST_GREEN_SECONDS, step.seconds()),
                        step.state())
                : new ActuatedProgram.Phase(step.seconds(), step.seconds(), step.state());
    }
}

package io.clearway.monitor;

import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.RoadNetwork.ProgramPhase;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import java.util.List;

/**
 * What the network's own programs show: their steps of green answer for the pairs of greens in them, and whoever wrote
 * an off knows why.
 */
final class OwnerPrograms {
    private final List<String> states;
    private final List<String> greenSteps;

    OwnerPrograms(TrafficLight light, int size) {
        states = light.programs().stream()
                .map(Program::phases)
                .flatMap(List::stream)
                .map(ProgramPhase::state)
                .filter(state -> state.length() == size)
                .distinct()
                .toList();
        greenSteps = states.stream()
                .filter(state -> state.chars().noneMatch(aspect -> Aspects.isYellow((char) aspect)))
                .toList();
    }

    /** The greens that the two show together in a step of green, as bits of {@link Foe#together(char, char)}. */
    int together(int own, int foe) {
        int together = 0;
        for (String step : greenSteps) {
            if (Aspects.isGreen(step.charAt(own)) && Aspects.isGreen(step.charAt(foe))) {
                together |= Foe.together(step.charAt(own), step.charAt(foe));
            }
        }
        return together;
    }

    /** Whether the index is off in one of the programs. */
    boolean showsOff(int index) {
        return states.stream().anyMatch(state -> Aspects.isOff(state.charAt(index)));
    }
}

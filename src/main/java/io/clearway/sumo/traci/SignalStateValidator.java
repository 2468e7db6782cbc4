package io.clearway.sumo.traci;

import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.SimulationException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Validates states before they are set: SUMO accepts a state that is too short without an error, and then reads signals
 * that do not exist. The number of signals of a light is retrieved once.
 */
public final class SignalStateValidator {
    private static final String SIGNALS = "GgyYrRuoOs";
    /** SUMO's name of the program that a light has while a client sets it. */
    private static final String SET_BY_CLIENTS = "online";

    private final TraciConnection connection;
    private final Map<String, Integer> lengths = new HashMap<>();

    public SignalStateValidator(TraciConnection connection) {
        this.connection = connection;
    }

    /**
     * Rejects states that cannot be shown, before anything is sent.
     *
     * @throws SimulationException when SUMO knows no such light
     * @throws IllegalArgumentException when a state has another length, or characters that are no signals
     */
    public void check(Map<String, String> states) throws IOException {
        retrieveLengths(states.keySet().stream()
                .filter(light -> !lengths.containsKey(light))
                .toList());
        states.forEach(this::check);
    }

    private void check(String light, String state) {
        int length = lengths.getOrDefault(light, 0);
        if (state.length() != length) {
            throw new IllegalArgumentException("Light '%s' has %d signals; a state of %d, '%s', cannot be shown"
                    .formatted(light, length, state.length(), state));
        }
        for (int i = 0; i < length; i++) {
            if (SIGNALS.indexOf(state.charAt(i)) < 0) {
                throw new IllegalArgumentException("Light '%s' cannot show '%s': '%c' is none of %s"
                        .formatted(light, state, state.charAt(i), SIGNALS));
            }
        }
    }

    /** From the network's programs: what a light shows now may be anything that another client has set. */
    private void retrieveLengths(List<String> lights) throws IOException {
        List<List<Program>> programs = connection.executeAll(lights.stream()
                .map(TrafficLightCommands.COMPLETE_DEFINITION::of)
                .toList());
        for (int i = 0; i < lights.size(); i++) {
            int length = programs.get(i).stream()
                    .filter(program -> !program.id().equals(SET_BY_CLIENTS))
                    .flatMap(program -> program.phases().stream())
                    .mapToInt(phase -> phase.state().length())
                    .max()
                    .orElse(0);
            lengths.put(lights.get(i), length);
        }
    }
}

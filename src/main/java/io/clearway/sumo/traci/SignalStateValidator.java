package io.clearway.sumo.traci;

import io.clearway.simulation.SimulationException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps states from SUMO that do not fit a light: it takes a state that is too short without a word, and then drives on
 * signals that are not there. How many signals a light has is asked once.
 */
public final class SignalStateValidator {
    private static final String SIGNALS = "GgyYrRuoOs";
    private final TraciConnection connection;
    private final Map<String, Integer> lengths = new HashMap<>();

    public SignalStateValidator(TraciConnection connection) {
        this.connection = connection;
    }

    /**
     * Refuses, before anything is sent, what cannot be shown.
     *
     * @throws SimulationException when SUMO knows no such light
     * @throws IllegalArgumentException when a state has another length, or characters that are no signals
     */
    public void check(Map<String, String> states) throws IOException {
        askLengths(states.keySet().stream()
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

    private void askLengths(List<String> lights) throws IOException {
        if (lights.isEmpty()) {
            return;
        }
        TraciMessage message = connection.begin();
        lights.forEach(light ->
                message.begin(Traci.LIGHT).raw(Traci.LIGHT_STATE).text(light).end());
        TraciReply reply = connection.exchange(message);
        CommandErrors refusals = new CommandErrors();
        for (String light : lights) {
            if (refusals.read(reply, Traci.LIGHT, "set light", light)) {
                reply.enter();
                reply.unsignedByte();
                reply.text();
                reply.type(Traci.STRING);
                lengths.put(light, reply.text().length());
                reply.leave();
            }
        }
        TraciConnection.requireEnd(reply);
        refusals.throwIfAny();
    }
}

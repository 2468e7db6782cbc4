package io.clearway.sumo.traci;

import io.clearway.simulation.SimulationException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Commands of one message that SUMO rejected, collected until the whole reply is read. */
public final class CommandErrors {
    private final List<String> messages = new ArrayList<>();

    static SimulationException refused(String action, String error) {
        return new SimulationException("SUMO refused to %s: %s".formatted(action, once(error)));
    }

    /**
     * SUMO 1.15 says the same of each variable of a subscription, one sentence right behind the other without a blank:
     * each sentence once, with something between them.
     */
    static String once(String error) {
        Set<String> sentences = new LinkedHashSet<>();
        int blank = error.indexOf(' ');
        String opening = blank < 0 ? error : error.substring(0, blank + 1);
        int begin = 0;
        for (int next = error.indexOf(opening, 1);
                next > 0 && !opening.isEmpty();
                next = error.indexOf(opening, next + 1)) {
            char before = error.charAt(next - 1);
            if (!Character.isWhitespace(before) && before != '\'') {
                sentences.add(error.substring(begin, next));
                begin = next;
            }
        }
        sentences.add(error.substring(begin));
        return String.join("; ", sentences);
    }

    /** Reads the reply to a command; empty when SUMO rejected it. */
    public <T> Optional<T> decode(TraciCommand<T> command, TraciReply reply) throws ProtocolException {
        try {
            return Optional.of(command.decode(reply));
        } catch (SimulationException refused) {
            messages.add(refused.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Reads the replies to commands that a simulation step follows. When the step covers several of its own, SUMO 1.15
     * sends none of their statuses: states of traffic lights are therefore validated before, and vehicles whose speed
     * is set should be subscribed to.
     */
    public void decodeBeforeStep(List<? extends TraciCommand<?>> commands, TraciReply reply) throws ProtocolException {
        for (TraciCommand<?> command : commands) {
            if (reply.isNext(TraciConstants.CMD_SIMSTEP)) {
                return;
            }
            decode(command, reply);
        }
    }

    /** Adds a command that SUMO rejected. */
    public void add(String action, String error) {
        messages.add(refused(action, error).getMessage());
    }

    /** Throws a {@link SimulationException} with all errors, if there are any. */
    public void throwIfAny() {
        if (!messages.isEmpty()) {
            throw new SimulationException(String.join("; ", messages));
        }
    }
}

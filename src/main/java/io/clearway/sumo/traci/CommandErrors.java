package io.clearway.sumo.traci;

import io.clearway.simulation.SimulationException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;

/** Commands of one message that SUMO refused, collected until the whole reply is read. */
public final class CommandErrors {
    private final List<String> all = new ArrayList<>();

    /** Reads a command's status; whether SUMO took it. */
    public boolean read(TraciReply reply, int command, String deed, String about) throws ProtocolException {
        String words = TraciConnection.refusal(reply, command);
        if (words != null) {
            all.add("SUMO would not %s '%s': %s".formatted(deed, about, words));
        }
        return words == null;
    }

    public void throwIfAny() {
        if (!all.isEmpty()) {
            throw new SimulationException(String.join("; ", all));
        }
    }
}

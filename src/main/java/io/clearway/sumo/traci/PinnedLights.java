package io.clearway.sumo.traci;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lights that we have taken from their programs. SUMO 1.15 shows a state that it was given for one second and then, for
 * ever, again: a light is therefore told once that its state is to last.
 */
public final class PinnedLights {
    private static final double FOR_EVER_SECONDS = 1e8;
    private final Set<String> held = new HashSet<>();

    /** Adds, behind the commands that set these lights, one for each that is set for the first time; which ones. */
    public List<String> hold(Collection<String> lights, TraciMessage message) {
        List<String> taken = lights.stream().filter(held::add).toList();
        for (String light : taken) {
            message.begin(Traci.LIGHT + Traci.SETS)
                    .raw(Traci.LIGHT_PHASE_SECONDS)
                    .text(light);
            message.raw(Traci.DOUBLE).real(FOR_EVER_SECONDS).end();
        }
        return taken;
    }

    /** Reads what SUMO says to these commands; nothing when the step after them covers several of its own. */
    public static void readStatuses(TraciReply reply, List<String> taken, CommandErrors refusals) throws IOException {
        for (String light : taken) {
            if (reply.isNext(Traci.STEP)) {
                return;
            }
            refusals.read(reply, Traci.LIGHT + Traci.SETS, "hold light", light);
        }
    }

    /** Takes note that a light goes back to a program. */
    public void release(String light) {
        held.remove(light);
    }
}

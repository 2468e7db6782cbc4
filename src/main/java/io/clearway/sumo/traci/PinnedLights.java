package io.clearway.sumo.traci;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Traffic lights taken from their programs. SUMO 1.15 shows a state that is set for one second, then again and again: a
 * light's phase duration is therefore set once, without an end.
 */
public final class PinnedLights {
    private static final double ENDLESS_SECONDS = 1e8;
    private final Set<String> pinned = new HashSet<>();

    /**
     * Commands to be sent behind those that set the state of these lights: one for each that is set for the first time.
     */
    public List<TraciCommand<TraciCommand.Acknowledgment>> pin(Collection<String> lights) {
        return lights.stream()
                .filter(pinned::add)
                .map(light -> TrafficLightCommands.setPhaseDuration(light, ENDLESS_SECONDS))
                .toList();
    }

    /** Notes that a light returns to a program. */
    public void release(String light) {
        pinned.remove(light);
    }
}

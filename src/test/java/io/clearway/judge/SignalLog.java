package io.clearway.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the lights of a SUMO showed, by SUMO itself: its output {@code <timedEvent type="SaveTLSStates" source="LIGHT"
 * dest="FILE"/>}, a row per light and step. Rows that repeat the state before them are not kept.
 */
public final class SignalLog {
    /** A state of a light from a time on, until the next one's. */
    public record Shown(double seconds, String state) {}

    private final Map<String, Light> lights = new LinkedHashMap<>();

    private SignalLog() {}

    /** Reads SUMO's file; of a SUMO that was killed, what it had written. */
    public static SignalLog read(Path file) {
        SignalLog log = new SignalLog();
        XmlRows.read(file, (element, attributes) -> {
            if (element.equals("tlsState")) {
                log.lights
                        .computeIfAbsent(attribute(attributes, "id"), id -> new Light())
                        .add(Double.parseDouble(attribute(attributes, "time")), attribute(attributes, "state"));
            }
        });
        return log;
    }

    private static String attribute(Map<String, String> attributes, String name) {
        return Objects.requireNonNull(attributes.get(name), () -> "tlsState lacks " + name + ": " + attributes);
    }

    /** The lights that have a row. */
    public Set<String> lights() {
        return Collections.unmodifiableSet(lights.keySet());
    }

    /** States of a light in the order of time, each different from the one before it. */
    public List<Shown> shown(String light) {
        return Collections.unmodifiableList(light(light).changes);
    }

    /** When the last state of a light ends: one step after its last row. */
    public double endSeconds(String light) {
        return light(light).last + light(light).step;
    }

    /** The state of a light at a time. */
    public String stateAt(String light, double seconds) {
        List<Shown> changes = light(light).changes;
        int low = 0;
        int high = changes.size();
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (changes.get(middle).seconds() <= seconds) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return changes.get(low).state();
    }

    private Light light(String id) {
        Light light = lights.get(id);
        if (light == null) {
            throw new IllegalArgumentException("The log has no light \"" + id + "\"");
        }
        return light;
    }

    /** Rows of one light. */
    private static final class Light {
        private final List<Shown> changes = new ArrayList<>();
        private double last;
        private double step = 1;

        void add(double seconds, String state) {
            if (!changes.isEmpty()) {
                step = seconds - last;
            }
            last = seconds;
            if (changes.isEmpty() || !changes.get(changes.size() - 1).state().equals(state)) {
                changes.add(new Shown(seconds, state));
            }
        }
    }
}

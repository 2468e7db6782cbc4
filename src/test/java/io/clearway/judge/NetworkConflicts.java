package io.clearway.judge;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/** What a compiled SUMO network says about its lights, read without any code of the service. */
public final class NetworkConflicts {
    private final Map<String, JudgedLight> lights;
    private final Map<String, Double> internalMeters;

    NetworkConflicts(Map<String, JudgedLight> lights, Map<String, Double> internalMeters) {
        this.lights = lights;
        this.internalMeters = internalMeters;
    }

    /** Reads a {@code .net.xml}. */
    public static NetworkConflicts read(Path network) {
        return NetworkConflictsReader.read(network);
    }

    /** Ids of the lights with a program, in the order of the file. */
    public Set<String> lights() {
        return Collections.unmodifiableSet(lights.keySet());
    }

    /** Links and programs of a light. */
    public JudgedLight light(String id) {
        JudgedLight light = lights.get(id);
        if (light == null) {
            throw new IllegalArgumentException("The network has no light \"" + id + "\"");
        }
        return light;
    }

    /** Lengths of the lanes inside of junctions, crossings among them. */
    public Map<String, Double> internalMeters() {
        return Collections.unmodifiableMap(internalMeters);
    }
}

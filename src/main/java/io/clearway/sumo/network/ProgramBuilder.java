package io.clearway.sumo.network;

import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.RoadNetwork.ProgramPhase;
import io.clearway.sumo.xml.XmlElements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A signal program while its elements are read. */
final class ProgramBuilder {
    /** SUMO 1.22 and later: the program begins when the simulation does. */
    private static final String FROM_BEGIN = "begin";

    private final String id;
    private final String type;
    private final double offsetSeconds;
    private final List<ProgramPhase> phases = new ArrayList<>();
    private final List<NemaProgram.Phase> rings = new ArrayList<>();
    private final Map<Integer, Integer> next = new HashMap<>();
    private final Map<String, String> parameters = new HashMap<>();

    /** Reads a {@code <tlLogic>} without what is in it. */
    ProgramBuilder(XmlElements element) {
        id = element.text("programID");
        type = element.text("type", "static");
        offsetSeconds = element.text("offset", "").equals(FROM_BEGIN) ? 0 : element.number("offset", 0);
    }

    /** Reads a {@code <phase>}. */
    void addPhase(XmlElements element) {
        double seconds = element.number("duration", element.number("minDur", 0));
        if (!(seconds > 0)) {
            throw element.error("has a <phase> without a 'duration' above 0");
        }
        String state = element.text("state");
        String following = element.text("next", "").strip();
        if (!following.isEmpty()) {
            next.put(phases.size(), number(element, following.split("\\s+", -1)[0]));
        }
        rings.add(new NemaProgram.Phase(
                element.text("name", ""),
                state,
                element.number("maxDur", seconds),
                element.number("yellow", 0),
                element.number("red", 0)));
        phases.add(new ProgramPhase(seconds, state));
    }

    private static int number(XmlElements element, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw element.error("<phase> has next=\"%s\", which is not a number of a phase".formatted(text));
        }
    }

    /** Reads a {@code <param>}. */
    void addParameter(XmlElements element) {
        parameters.put(element.text("key", ""), element.text("value", ""));
    }

    /** The program, as the cycle that it runs. */
    Program build(XmlElements file, String light) {
        if (!type.equals(NemaProgram.TYPE)) {
            return new Program(id, type, offsetSeconds, inOrder(file, light));
        }
        try {
            return new Program(id, type, offsetSeconds, new NemaProgram(rings, parameters).cycle());
        } catch (IllegalArgumentException unusable) {
            throw file.error("signal '%s' has %s".formatted(light, unusable.getMessage()));
        }
    }

    /**
     * The phases as they follow one another; where several may follow, the first of them. In the order of the file
     * where some would be left out: agents choose from all of them.
     */
    private List<ProgramPhase> inOrder(XmlElements file, String light) {
        if (next.isEmpty()) {
            return phases;
        }
        List<Integer> order = new ArrayList<>();
        int at = 0;
        while (!order.contains(at)) {
            order.add(at);
            at = next.getOrDefault(at, (at + 1) % phases.size());
            if (at < 0 || at >= phases.size()) {
                throw file.error("program '%s' of signal '%s' has next=\"%d\", but %d phases"
                        .formatted(id, light, at, phases.size()));
            }
        }
        return order.size() < phases.size()
                ? phases
                : order.stream().map(phases::get).toList();
    }
}

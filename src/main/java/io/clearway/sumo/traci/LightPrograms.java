package io.clearway.sumo.traci;

import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.RoadNetwork.ProgramPhase;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the signal programs of a traffic light, variable {@code TL_COMPLETE_DEFINITION_RYG}. */
final class LightPrograms {
    private static final Map<Integer, String> TYPES = Map.of(0, "static", 3, "actuated", 4, "delay_based", 5, "NEMA");

    /** Id, type, index of the present phase, phases; others follow. */
    private static final int PROGRAM_VALUES = 4;

    /** Duration and state; others follow. */
    private static final int PHASE_VALUES = 2;

    private LightPrograms() {}

    /** The programs; TraCI does not report their offsets, which are given as 0. */
    static List<Program> read(TraciReply reply) throws ProtocolException {
        int count = reply.compound();
        List<Program> programs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int values = reply.compound();
            String id = reply.typedText();
            int type = (int) reply.typedNumber();
            // index of the present phase
            reply.typedNumber();
            List<ProgramPhase> phases = readPhases(reply);
            reply.skipValues(values - PROGRAM_VALUES);
            programs.add(new Program(id, TYPES.getOrDefault(type, "type " + type), 0, phases));
        }
        return programs;
    }

    private static List<ProgramPhase> readPhases(TraciReply reply) throws ProtocolException {
        int count = reply.compound();
        List<ProgramPhase> phases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int values = reply.compound();
            double seconds = reply.typedNumber();
            phases.add(new ProgramPhase(seconds, reply.typedText()));
            reply.skipValues(values - PHASE_VALUES);
        }
        return phases;
    }
}

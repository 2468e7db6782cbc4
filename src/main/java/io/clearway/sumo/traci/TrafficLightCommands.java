package io.clearway.sumo.traci;

import io.clearway.simulation.RoadNetwork.Program;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Commands that change traffic lights, and their variables.
 *
 * @see <a href="https://sumo.dlr.de/docs/TraCI/Change_Traffic_Lights_State.html">SUMO: TraCI/Change Traffic Lights
 *     State</a>
 * @see <a href="https://sumo.dlr.de/docs/TraCI/Traffic_Lights_Value_Retrieval.html">SUMO: TraCI/Traffic Lights Value
 *     Retrieval</a>
 */
public final class TrafficLightCommands {
    static final TraciVariable<List<String>> ID_LIST = variable(TraciConstants.TRACI_ID_LIST, TraciReply::typedTexts);

    static final TraciVariable<String> RED_YELLOW_GREEN_STATE =
            variable(TraciConstants.TL_RED_YELLOW_GREEN_STATE, TraciReply::typedText);

    static final TraciVariable<String> CURRENT_PROGRAM =
            variable(TraciConstants.TL_CURRENT_PROGRAM, TraciReply::typedText);

    static final TraciVariable<List<Program>> COMPLETE_DEFINITION =
            variable(TraciConstants.TL_COMPLETE_DEFINITION_RYG, LightPrograms::read);

    static final TraciVariable<List<ControlledLink>> CONTROLLED_LINKS =
            variable(TraciConstants.TL_CONTROLLED_LINKS, TrafficLightCommands::controlledLinks);

    /** Lanes that SUMO lists of a controlled link: incoming, outgoing, inside the junction. */
    private static final int LANES_OF_LINK = 3;

    private TrafficLightCommands() {}

    /**
     * A movement that a signal controls.
     *
     * @param index place of its signal in the state
     * @param via lane inside the junction; may be empty
     */
    record ControlledLink(int index, String fromLane, String toLane, String via) {
        boolean isFoe(ControlledLink other) {
            return index != other.index && !fromLane.equals(other.fromLane);
        }
    }

    /** {@code TL_RED_YELLOW_GREEN_STATE}: the signals to show from now on. */
    public static TraciCommand<TraciCommand.Acknowledgment> setRedYellowGreenState(String light, String state) {
        return set(
                TraciConstants.TL_RED_YELLOW_GREEN_STATE,
                "state of traffic light",
                light,
                message -> message.typedText(state));
    }

    /** {@code TL_PROGRAM}: the program to run from now on. */
    public static TraciCommand<TraciCommand.Acknowledgment> setProgram(String light, String program) {
        return set(TraciConstants.TL_PROGRAM, "program of traffic light", light, message -> message.typedText(program));
    }

    /** {@code TL_PHASE_DURATION}: how long the present phase is still shown. */
    static TraciCommand<TraciCommand.Acknowledgment> setPhaseDuration(String light, double seconds) {
        return set(
                TraciConstants.TL_PHASE_DURATION,
                "phase duration of traffic light",
                light,
                message -> message.typedReal(seconds));
    }

    private static TraciCommand<TraciCommand.Acknowledgment> set(
            int variable, String object, String light, Consumer<TraciMessage> value) {
        return new SetVariable(TraciConstants.CMD_SET_TL_VARIABLE, variable, object, light, value);
    }

    private static <T> TraciVariable<T> variable(int variable, TraciVariable.Decoder<T> decoder) {
        return new TraciVariable<>(TraciDomain.TRAFFIC_LIGHT, variable, decoder);
    }

    private static List<ControlledLink> controlledLinks(TraciReply reply) throws ProtocolException {
        reply.compound();
        int signals = reply.typedCount();
        List<ControlledLink> links = new ArrayList<>();
        for (int index = 0; index < signals; index++) {
            int count = reply.typedCount();
            for (int i = 0; i < count; i++) {
                List<String> lanes = reply.typedTexts();
                if (lanes.size() == LANES_OF_LINK) {
                    links.add(new ControlledLink(index, lanes.get(0), lanes.get(1), lanes.get(2)));
                }
            }
        }
        return links;
    }
}

package io.clearway.sumo.traci;

import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;

/**
 * Variables of lanes.
 *
 * @see <a href="https://sumo.dlr.de/docs/TraCI/Lane_Value_Retrieval.html">SUMO: TraCI/Lane Value Retrieval</a>
 */
public final class LaneVariables {
    static final char UNKNOWN_DIRECTION = '?';

    /** {@code LANE_LINKS}: where vehicles can continue from a lane. */
    static final TraciVariable<List<LaneLink>> LINKS =
            new TraciVariable<>(TraciDomain.LANE, TraciConstants.LANE_LINKS, LaneVariables::links);

    private static final TraciVariable<List<String>> FOES =
            new TraciVariable<>(TraciDomain.LANE, TraciConstants.VAR_FOES, TraciReply::typedTexts);

    private static final TraciVariable<List<String>> LANES_BEHIND = new TraciVariable<>(
            TraciDomain.LANE,
            TraciConstants.LANE_LINKS,
            reply -> links(reply).stream().map(LaneLink::toLane).toList());

    /** Priority, whether it is open, whether it has a foe: one byte each. */
    private static final int LINK_FLAGS = 3;

    private LaneVariables() {}

    /**
     * A link from one lane to the next.
     *
     * @param toLane lane behind the junction
     * @param via lane inside the junction; may be empty
     * @param direction as in network files
     */
    record LaneLink(String toLane, String via, char direction) {}

    /**
     * {@code VAR_FOES}: lanes inside the junction that have right of way over the link between two lanes; with an empty
     * second lane, lanes that cross the first, which lies inside the junction itself.
     */
    static TraciCommand<List<String>> foes(String lane, String toLane) {
        return FOES.of(lane, toLane);
    }

    /** {@code LANE_LINKS}: the lanes that follow a lane; of a crossing, the walking area at its end. */
    public static TraciCommand<List<String>> lanesBehind(String lane) {
        return LANES_BEHIND.of(lane);
    }

    private static List<LaneLink> links(TraciReply reply) throws ProtocolException {
        reply.compound();
        int count = reply.typedCount();
        List<LaneLink> links = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String toLane = reply.typedText();
            String via = reply.typedText();
            reply.skipValues(LINK_FLAGS);
            // its state
            reply.typedText();
            String direction = reply.typedText();
            // its length
            reply.typedNumber();
            links.add(new LaneLink(toLane, via, direction.length() == 1 ? direction.charAt(0) : UNKNOWN_DIRECTION));
        }
        return links;
    }
}

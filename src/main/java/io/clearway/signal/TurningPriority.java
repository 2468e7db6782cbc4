package io.clearway.signal;

import io.clearway.simulation.RoadNetwork.Link;

/**
 * Who gives way of two movements with green that end in the same road: one that turns to one that goes straight on,
 * whatever the priority of their roads would be without a signal; what the owner of a program with an overlapping
 * right-turn arrow means.
 */
public final class TurningPriority {
    private static final String TURNS = "rRlLt";
    private static final char STRAIGHT = 's';

    private TurningPriority() {}

    /** Whether one movement gives way to the other by its turn; false where turns do not decide. */
    public static boolean yields(Link link, Link to) {
        return TURNS.indexOf(link.direction()) >= 0
                && to.direction() == STRAIGHT
                && road(link.toLane()).equals(road(to.toLane()));
    }

    private static String road(String lane) {
        int index = lane.lastIndexOf('_');
        return index < 0 ? lane : lane.substring(0, index);
    }
}

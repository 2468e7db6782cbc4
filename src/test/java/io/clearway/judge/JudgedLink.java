package io.clearway.judge;

import java.util.List;

/**
 * A way over a junction under a light.
 *
 * @param indices its signal indices in its light: one, or one for each direction of a crossing
 * @param from the lane it comes from
 * @param to the lane it leads to; of a crossing the crossing itself
 * @param meters length inside of the junction
 * @param request its row of the junction's right of way
 */
public record JudgedLink(
        List<Integer> indices, String from, String to, boolean isCrossing, double meters, Request request) {
    /**
     * A row of a junction's right of way. The rightmost character of a list stands for row 0.
     *
     * @param foes rows whose ways meet this one
     * @param response rows which this one yields to
     */
    public record Request(String junction, int row, String foes, String response) {
        private static boolean has(String rows, int row) {
            return row < rows.length() && rows.charAt(rows.length() - 1 - row) == '1';
        }
    }

    /** Whether either row names the other as its foe. */
    boolean isFoe(JudgedLink other) {
        return request.junction.equals(other.request.junction)
                && (Request.has(request.foes, other.request.row) || Request.has(other.request.foes, request.row));
    }

    boolean yieldsTo(JudgedLink other) {
        return request.junction.equals(other.request.junction) && Request.has(request.response, other.request.row);
    }

    /** Whether vehicles of both come from different lanes into one. */
    boolean mergesWith(JudgedLink other) {
        return !isCrossing && !other.isCrossing && to.equals(other.to) && !from.equals(other.from);
    }
}

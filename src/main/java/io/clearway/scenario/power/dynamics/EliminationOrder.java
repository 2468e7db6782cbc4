package io.clearway.scenario.power.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * An order in which the unknowns of a sparse system are eliminated with little fill-in: always the one next that has
 * the fewest neighbors left (minimum degree, Markowitz 1957), the first of equals.
 */
final class EliminationOrder {
    private EliminationOrder() {}

    /**
     * For each unknown its place in the order.
     *
     * @param rows and columns: entries of the matrix
     */
    static int[] places(int size, int[] rows, int[] columns) {
        List<BitSet> neighbors = new ArrayList<>();
        for (int unknown = 0; unknown < size; unknown++) {
            neighbors.add(new BitSet(size));
        }
        for (int entry = 0; entry < rows.length; entry++) {
            neighbors.get(rows[entry]).set(columns[entry]);
            neighbors.get(columns[entry]).set(rows[entry]);
        }
        for (int unknown = 0; unknown < size; unknown++) {
            neighbors.get(unknown).clear(unknown);
        }
        int[] places = new int[size];
        Arrays.fill(places, -1);
        for (int place = 0; place < size; place++) {
            int next = fewest(neighbors, places);
            places[next] = place;
            BitSet around = neighbors.get(next);
            around.stream().forEach(unknown -> {
                BitSet others = neighbors.get(unknown);
                others.or(around);
                others.clear(next);
                others.clear(unknown);
            });
        }
        return places;
    }

    private static int fewest(List<BitSet> neighbors, int[] places) {
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        for (int unknown = 0; unknown < places.length; unknown++) {
            int count = neighbors.get(unknown).cardinality();
            if (places[unknown] < 0 && count < fewest) {
                best = unknown;
                fewest = count;
            }
        }
        return best;
    }
}

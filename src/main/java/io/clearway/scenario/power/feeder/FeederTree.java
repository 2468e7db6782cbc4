package io.clearway.scenario.power.feeder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A feeder seen from its substation: which bus hangs on which. */
public final class FeederTree {
    private static final int NONE = -1;

    private final int[] parent;
    private final List<Integer> order = new ArrayList<>();

    /** @throws IllegalArgumentException where the feeder is no tree */
    public FeederTree(Feeder feeder) {
        List<List<Integer>> adjacent = new ArrayList<>();
        for (int bus = 0; bus < feeder.buses(); bus++) {
            adjacent.add(new ArrayList<>());
        }
        for (Branch branch : feeder.branches()) {
            adjacent.get(branch.from()).add(branch.to());
            adjacent.get(branch.to()).add(branch.from());
        }
        adjacent.forEach(buses -> buses.sort(Comparator.naturalOrder()));
        this.parent = new int[feeder.buses()];
        Arrays.fill(parent, NONE);
        order.add(0);
        for (int next = 0; next < order.size(); next++) {
            visit(order.get(next), adjacent);
        }
        if (order.size() != feeder.buses() || feeder.branches().size() != feeder.buses() - 1) {
            throw new IllegalArgumentException(
                    "A feeder is a tree: %d buses need %d branches that reach all of them; %d branches reach %d"
                            .formatted(
                                    feeder.buses(),
                                    feeder.buses() - 1,
                                    feeder.branches().size(),
                                    order.size()));
        }
    }

    private void visit(int bus, List<List<Integer>> adjacent) {
        for (int other : adjacent.get(bus)) {
            if (other != 0 && parent[other] == NONE) {
                parent[other] = bus;
                order.add(other);
            }
        }
    }

    /** The bus that a bus other than the substation is fed from. */
    public int parent(int bus) {
        return parent[bus];
    }

    /** All buses, each after the one it is fed from, breadth first. */
    public List<Integer> order() {
        return List.copyOf(order);
    }
}

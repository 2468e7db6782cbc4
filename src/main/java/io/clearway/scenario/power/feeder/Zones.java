package io.clearway.scenario.power.feeder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A feeder cut into connected zones. At first all buses but the substation are one zone. Then the zone with the most
 * buses (of equals the first) is cut in two, again and again, at the branch that comes closest to halving it (of equals
 * the one whose lower bus has the smallest number).
 */
public final class Zones {
    /** Zone of the substation, which belongs to none. */
    public static final int NONE = -1;

    private final FeederTree tree;
    private final int[] zone;
    private final int count;

    /**
     * @param count of zones, at least 1 and at most the buses besides the substation
     * @throws IllegalArgumentException for another count
     */
    public Zones(Feeder feeder, int count) {
        if (count < 1 || count >= feeder.buses()) {
            throw new IllegalArgumentException(
                    "%d buses have 1 to %d zones, not %d".formatted(feeder.buses(), feeder.buses() - 1, count));
        }
        this.tree = new FeederTree(feeder);
        this.zone = new int[feeder.buses()];
        this.count = count;
        zone[0] = NONE;
        for (int next = 1; next < count; next++) {
            cut(next);
        }
    }

    private void cut(int next) {
        int[] sizes = new int[count];
        for (int bus = 1; bus < zone.length; bus++) {
            sizes[zone[bus]]++;
        }
        int largest = 0;
        for (int candidate = 1; candidate < count; candidate++) {
            largest = sizes[candidate] > sizes[largest] ? candidate : largest;
        }
        int top = closestToHalf(largest, sizes[largest]);
        boolean[] below = new boolean[zone.length];
        for (int bus : tree.order()) {
            below[bus] = bus == top || (bus != 0 && zone[bus] == largest && below[tree.parent(bus)]);
        }
        for (int bus = 1; bus < zone.length; bus++) {
            zone[bus] = below[bus] ? next : zone[bus];
        }
    }

    private int closestToHalf(int cutZone, int size) {
        int[] below = new int[zone.length];
        List<Integer> upward = new ArrayList<>(tree.order());
        Collections.reverse(upward);
        List<Integer> candidates = new ArrayList<>();
        for (int bus : upward) {
            if (zone[bus] == cutZone) {
                below[bus]++;
                int parent = tree.parent(bus);
                if (zone[parent] == cutZone) {
                    below[parent] += below[bus];
                    candidates.add(bus);
                }
            }
        }
        return candidates.stream()
                .min(Comparator.<Integer>comparingInt(bus -> Math.abs(2 * below[bus] - size))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    /** How many zones there are. */
    public int count() {
        return count;
    }

    /** The zone of a bus, or {@link #NONE} for the substation. */
    public int of(int bus) {
        return zone[bus];
    }

    /** The buses of a zone, ascending. */
    public List<Integer> buses(int wanted) {
        List<Integer> buses = new ArrayList<>();
        for (int bus = 1; bus < zone.length; bus++) {
            if (zone[bus] == wanted) {
                buses.add(bus);
            }
        }
        return buses;
    }

    /**
     * Buses for inverters, zone by zone: as many in each zone, and one more in those with the most buses. They are
     * spread evenly over the buses of the zone that have loads, or over all of them where none has.
     *
     * @param inverters at least one for each zone
     * @return ascending within a zone; a bus may come twice
     */
    public List<Integer> sites(Feeder feeder, int inverters) {
        int[] shares = new int[count];
        Arrays.fill(shares, inverters / count);
        List<Integer> bySize = new ArrayList<>();
        for (int each = 0; each < count; each++) {
            bySize.add(each);
        }
        bySize.sort(Comparator.comparingInt(each -> -buses(each).size()));
        bySize.subList(0, inverters % count).forEach(each -> shares[each]++);
        boolean[] loaded = new boolean[zone.length];
        feeder.loads().forEach(load -> loaded[load.bus()] = true);
        List<Integer> sites = new ArrayList<>();
        for (int each = 0; each < count; each++) {
            List<Integer> all = buses(each);
            List<Integer> withLoad = all.stream().filter(bus -> loaded[bus]).toList();
            List<Integer> from = withLoad.isEmpty() ? all : withLoad;
            for (int site = 0; site < shares[each]; site++) {
                sites.add(from.get((2 * site + 1) * from.size() / (2 * shares[each])));
            }
        }
        return List.copyOf(sites);
    }
}

package io.clearway.signal;

import io.clearway.simulation.RoadNetwork;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Which movements of a signal must not have protected green at the same time. Two movements whose paths cross conflict.
 * Two that only merge into one lane conflict unless the network defines which one yields, as real and published phases
 * rely on that (a right and an opposite left turn into the same road). A movement with permissive green ({@code g})
 * conflicts with none.
 */
public final class ConflictMatrix {
    private final List<BitSet> conflicts;

    private ConflictMatrix(List<BitSet> conflicts) {
        this.conflicts = conflicts;
    }

    /** Two signal indices that must not be green together. */
    public record Conflict(int one, int other) {}

    /** The matrix of a traffic light from the right of way in its network. */
    public static ConflictMatrix of(RoadNetwork.TrafficLight light) {
        int size =
                light.links().stream().mapToInt(RoadNetwork.Link::index).max().orElse(-1) + 1;
        List<BitSet> conflicts = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            conflicts.add(new BitSet(size));
        }
        for (RoadNetwork.Link link : light.links()) {
            for (RoadNetwork.Link foe : light.links()) {
                if (link.foes().contains(foe.index()) && !hasRightOfWay(link, foe)) {
                    conflicts.get(link.index()).set(foe.index());
                    conflicts.get(foe.index()).set(link.index());
                }
            }
        }
        return new ConflictMatrix(conflicts);
    }

    /** Whether they merge and one yields to the other. */
    private static boolean hasRightOfWay(RoadNetwork.Link link, RoadNetwork.Link foe) {
        return link.toLane().equals(foe.toLane())
                && (link.yieldsTo().contains(foe.index()) || foe.yieldsTo().contains(link.index()));
    }

    /** Number of signal indices. */
    public int size() {
        return conflicts.size();
    }

    /** Whether two movements must not both have protected green. */
    public boolean conflict(int one, int other) {
        return conflicts.get(one).get(other);
    }

    /** The first conflict in a state: two conflicting movements, both {@code G}. */
    public Optional<Conflict> find(String state) {
        for (int one = 0; one < Math.min(size(), state.length()); one++) {
            BitSet foes = conflicts.get(one);
            for (int other = foes.nextSetBit(one + 1); other >= 0; other = foes.nextSetBit(other + 1)) {
                if (bothProtected(state, one, other)) {
                    return Optional.of(new Conflict(one, other));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean bothProtected(String state, int one, int other) {
        return other < state.length() && state.charAt(one) == 'G' && state.charAt(other) == 'G';
    }
}

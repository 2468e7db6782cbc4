package io.clearway.signal;

import io.clearway.simulation.RoadNetwork;
import io.clearway.simulation.RoadNetwork.Link;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which movements of a signal must not have green at the same time, from the right of way in the network.
 *
 * <ul>
 *   <li>Protected green ({@code G}) beside protected green: never for vehicles whose paths cross, never for vehicles
 *       and pedestrians. Vehicles that only merge into one lane may have any greens, where the network defines which
 *       one yields, as real and published phases rely on that.
 *   <li>Permissive green ({@code g}) beside any green: only for a movement that yields to the other.
 *   <li>What a green step of the network's own program shows together is allowed: its owner has approved it. So is the
 *       same with permissive green for the one that yields by {@link TurningPriority}.
 * </ul>
 */
public final class ConflictMatrix {
    private final List<BitSet> foes;
    private final List<BitSet> yields;
    private final List<BitSet> yieldsByTurn;
    private final List<BitSet> conflicts;
    private final Set<Pair> approved = new HashSet<>();

    private ConflictMatrix(int size) {
        this.foes = sets(size);
        this.yields = sets(size);
        this.yieldsByTurn = sets(size);
        this.conflicts = sets(size);
    }

    /** Two signal indices that must not be green together. */
    public record Conflict(int one, int other) {}

    /** Two indices and their lights. */
    private record Pair(int one, char light, int other, char otherLight) {}

    /** The matrix of a traffic light from the right of way in its network. */
    public static ConflictMatrix of(RoadNetwork.TrafficLight light) {
        int size = light.links().stream().mapToInt(Link::index).max().orElse(-1) + 1;
        ConflictMatrix matrix = new ConflictMatrix(size);
        for (Link link : light.links()) {
            for (Link foe : light.links()) {
                matrix.add(link, foe);
            }
        }
        for (RoadNetwork.Program program : light.programs()) {
            program.phases().stream()
                    .map(RoadNetwork.ProgramPhase::state)
                    .filter(Phase::isStage)
                    .forEach(matrix::approve);
        }
        return matrix;
    }

    private static List<BitSet> sets(int size) {
        List<BitSet> sets = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            sets.add(new BitSet(size));
        }
        return sets;
    }

    private void add(Link link, Link foe) {
        if (link.yieldsTo().contains(foe.index())) {
            yields.get(link.index()).set(foe.index());
        }
        if (TurningPriority.yields(link, foe)) {
            yieldsByTurn.get(link.index()).set(foe.index());
        }
        if (link.foes().contains(foe.index())) {
            set(foes, link.index(), foe.index());
            if (!hasRightOfWay(link, foe)) {
                set(conflicts, link.index(), foe.index());
            }
        }
    }

    private static void set(List<BitSet> sets, int one, int other) {
        sets.get(one).set(other);
        sets.get(other).set(one);
    }

    /** Whether they are vehicles that merge and one yields to the other. */
    private static boolean hasRightOfWay(Link link, Link foe) {
        return link.toLane().equals(foe.toLane())
                && (link.yieldsTo().contains(foe.index()) || foe.yieldsTo().contains(link.index()));
    }

    private void approve(String state) {
        forFoesInGreen(state, (one, other) -> {
            approved.add(new Pair(one, state.charAt(one), other, state.charAt(other)));
            if (yieldsByTurn.get(one).get(other)) {
                approved.add(new Pair(one, 'g', other, state.charAt(other)));
            } else if (yieldsByTurn.get(other).get(one)) {
                approved.add(new Pair(one, state.charAt(one), other, 'g'));
            }
            return false;
        });
    }

    /** Number of signal indices. */
    public int size() {
        return conflicts.size();
    }

    /** Whether two movements must not both have protected green. */
    public boolean conflict(int one, int other) {
        return conflicts.get(one).get(other);
    }

    /** Whether the paths of two movements cross or merge. */
    public boolean foes(int one, int other) {
        return one < size() && foes.get(one).get(other);
    }

    /** The first conflict in a state: two movements that must not have these greens together. */
    public Optional<Conflict> find(String state) {
        return forFoesInGreen(state, (one, other) -> !compatible(one, state.charAt(one), other, state.charAt(other)));
    }

    /**
     * The phase, with red for permissive greens that would have to yield to a movement which the network does not have
     * them yield to.
     *
     * @throws IllegalArgumentException when two movements in conflict have protected green
     */
    public Phase withoutConflicts(Phase phase) {
        StringBuilder state = new StringBuilder(phase.state());
        for (Optional<Conflict> found = find(state.toString()); found.isPresent(); found = find(state.toString())) {
            Conflict conflict = found.get();
            int permissive = state.charAt(conflict.one()) == 'g' ? conflict.one() : conflict.other();
            if (state.charAt(permissive) != 'g') {
                throw new IllegalArgumentException("Phase '%s' gives the conflicting movements %d and %d green"
                        .formatted(phase.state(), conflict.one(), conflict.other()));
            }
            state.setCharAt(permissive, 'r');
        }
        return new Phase(state.toString());
    }

    /** The first two movements with protected green that must not both have it, even if the owner's program says so. */
    public Optional<Conflict> findProtected(String state) {
        return forFoesInGreen(
                state, (one, other) -> conflict(one, other) && state.charAt(one) == 'G' && state.charAt(other) == 'G');
    }

    private boolean compatible(int one, char light, int other, char otherLight) {
        boolean byRightOfWay = !conflict(one, other) || yieldsTo(one, light, other) || yieldsTo(other, otherLight, one);
        return byRightOfWay || approved.contains(new Pair(one, light, other, otherLight));
    }

    private boolean yieldsTo(int index, char light, int other) {
        return light == 'g' && yields.get(index).get(other);
    }

    /** Calls a test with each pair of foes in green until it is true; the pair for which it was. */
    private Optional<Conflict> forFoesInGreen(String state, PairTest test) {
        int size = Math.min(size(), state.length());
        for (int one = 0; one < size; one++) {
            BitSet its = foes.get(one);
            for (int other = its.nextSetBit(one + 1); other >= 0 && other < size; other = its.nextSetBit(other + 1)) {
                boolean green = Phase.isGreen(state.charAt(one)) && Phase.isGreen(state.charAt(other));
                if (green && test.test(one, other)) {
                    return Optional.of(new Conflict(one, other));
                }
            }
        }
        return Optional.empty();
    }

    private interface PairTest {
        boolean test(int one, int other);
    }
}

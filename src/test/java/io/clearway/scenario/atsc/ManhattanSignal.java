package io.clearway.scenario.atsc;

import io.clearway.scenario.atsc.ManhattanRoads.Road;
import io.clearway.scenario.atsc.ManhattanRoads.Side;
import io.clearway.signal.Phase;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Movements and program of one crossing. */
final class ManhattanSignal {
    static final int CYCLE_SECONDS = 90;
    private static final int YELLOW_SECONDS = 3;
    private static final int ALONE_SECONDS = 8;

    /** Green and yellow of the avenue where it meets a street, and where it meets a wide one. */
    private static final int AVENUE_SECONDS = 54;

    private static final int AVENUE_AT_WIDE_SECONDS = 47;

    private static final Set<Side> AVENUE = EnumSet.of(Side.NORTH, Side.SOUTH);
    private static final Set<Side> STREET = EnumSet.of(Side.EAST, Side.WEST);

    enum Turn {
        RIGHT(3),
        STRAIGHT(2),
        LEFT(1);

        private final int quarters;

        Turn(int quarters) {
            this.quarters = quarters;
        }

        /** Where who comes from a side leads to: coming from the north a right turn leads west. */
        Side to(Side from) {
            return from.clockwise(quarters);
        }
    }

    /** A movement from lane to lane; its signal index is its place in the list. */
    record Movement(Side side, Turn turn, Road from, int fromLane, Road to, int toLane) {}

    /** A step of the program. */
    record Step(int seconds, String state) {}

    private record Green(Set<Side> sides, int seconds) {}

    private final ManhattanRoads roads;
    private final String node;
    private final boolean wide;
    private final List<Movement> movements = new ArrayList<>();

    ManhattanSignal(ManhattanRoads roads, String node, boolean wide) {
        this.roads = roads;
        this.node = node;
        this.wide = wide;
        for (Side side : Side.values()) {
            roads.arriving(node, side).ifPresent(from -> connect(side, from));
        }
    }

    /** By signal index: clockwise from the north, lanes from right to left, turns from right to left. */
    List<Movement> movements() {
        return movements;
    }

    private Optional<Road> exit(Side from, Turn turn) {
        return roads.leaving(node, turn.to(from));
    }

    private void connect(Side side, Road from) {
        List<Movement> found = new ArrayList<>();
        int lanes = from.lanes();
        Optional<Road> right = exit(side, Turn.RIGHT);
        Optional<Road> straight = exit(side, Turn.STRAIGHT);
        Optional<Road> left = exit(side, Turn.LEFT);
        int rightLanes = straight.isPresent() ? 1 : left.isPresent() ? (lanes + 1) / 2 : lanes;
        int leftLanes = straight.isPresent() ? 1 : right.isPresent() ? Math.max(1, lanes / 2) : lanes;
        right.ifPresent(to -> IntStream.range(0, Math.min(rightLanes, to.lanes()))
                .forEach(lane -> found.add(new Movement(side, Turn.RIGHT, from, lane, to, lane))));
        straight.ifPresent(to -> {
            int count = Math.min(lanes, to.lanes());
            // a lane too many turns
            int first = right.isPresent() || left.isEmpty() ? lanes - count : 0;
            IntStream.range(0, count)
                    .forEach(lane -> found.add(new Movement(side, Turn.STRAIGHT, from, first + lane, to, lane)));
        });
        left.ifPresent(to -> IntStream.range(0, Math.min(leftLanes, to.lanes()))
                .forEach(lane ->
                        found.add(new Movement(side, Turn.LEFT, from, lanes - 1 - lane, to, to.lanes() - 1 - lane))));
        found.sort((one, other) -> one.fromLane() != other.fromLane()
                ? Integer.compare(one.fromLane(), other.fromLane())
                : one.turn().compareTo(other.turn()));
        movements.addAll(found);
    }

    /** The program of 90 s: the avenue first, then the street; opposite left turns get some seconds alone. */
    List<Step> program() {
        List<Green> greens = greens();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < greens.size(); i++) {
            Phase phase = phase(greens.get(i).sides());
            Phase next = phase(greens.get((i + 1) % greens.size()).sides());
            int seconds = greens.get(i).seconds();
            Optional<String> yellow = yellow(phase, next);
            steps.add(new Step(seconds - (yellow.isPresent() ? YELLOW_SECONDS : 0), phase.state()));
            yellow.ifPresent(state -> steps.add(new Step(YELLOW_SECONDS, state)));
        }
        return steps;
    }

    /** Yellow for those that lose their green; empty when nobody does. */
    private static Optional<String> yellow(Phase shown, Phase next) {
        StringBuilder state = new StringBuilder();
        for (int index = 0; index < next.size(); index++) {
            char beginning = shown.isGreen(index) ? next.state().charAt(index) : 'r';
            state.append(shown.isGreen(index) && !next.isGreen(index) ? 'y' : beginning);
        }
        return Optional.of(state.toString()).filter(text -> text.contains("y"));
    }

    private List<Green> greens() {
        boolean avenue = AVENUE.stream().anyMatch(this::arrives);
        boolean street = STREET.stream().anyMatch(this::arrives);
        int avenueSeconds = wide ? AVENUE_AT_WIDE_SECONDS : AVENUE_SECONDS;
        if (avenue && street) {
            return Stream.concat(
                            greens(AVENUE, avenueSeconds).stream(),
                            greens(STREET, CYCLE_SECONDS - avenueSeconds).stream())
                    .toList();
        }
        // who has nobody to give way to stops for people on foot
        return Stream.concat(
                        greens(avenue ? AVENUE : STREET, avenueSeconds).stream(),
                        Stream.of(new Green(EnumSet.noneOf(Side.class), CYCLE_SECONDS - avenueSeconds)))
                .toList();
    }

    /** Both directions of an axis, then each alone whose left turn has to give way before. */
    private List<Green> greens(Set<Side> axis, int seconds) {
        Set<Side> both = axis.stream().filter(this::arrives).collect(Collectors.toSet());
        List<Side> alone = both.stream()
                .sorted()
                .filter(side -> both.size() > 1 && exit(side, Turn.LEFT).isPresent())
                .toList();
        int aloneSeconds = ALONE_SECONDS + YELLOW_SECONDS;
        List<Green> greens = new ArrayList<>();
        greens.add(new Green(both, seconds - alone.size() * aloneSeconds));
        alone.forEach(side -> greens.add(new Green(EnumSet.of(side), aloneSeconds)));
        return greens;
    }

    private boolean arrives(Side side) {
        return roads.arriving(node, side).isPresent();
    }

    private Phase phase(Set<Side> green) {
        IntPredicate yields = index -> movements.get(index).turn() == Turn.LEFT
                && green.contains(movements.get(index).side().clockwise(2));
        return new Phase(IntStream.range(0, movements.size())
                .mapToObj(index -> !green.contains(movements.get(index).side()) ? "r" : yields.test(index) ? "g" : "G")
                .collect(Collectors.joining()));
    }
}

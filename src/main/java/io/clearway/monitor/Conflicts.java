package io.clearway.monitor;

import static io.clearway.monitor.Aspects.PRIORITY_GREEN;
import static io.clearway.monitor.Aspects.YIELDING_GREEN;

import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.timing.SignalTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which signal indices conflict, and which greens they may show together all the same. Made from the network alone; the
 * timing gives seconds only.
 *
 * <p>Two movements from one lane follow one another and do not conflict. Vehicles that merge into one lane may have any
 * greens where the network says who yields. A yielding green may stand beside a foe's where it yields to it. Beside a
 * crossing's walk a vehicle may only have a green that yields to it. What a green step of the network's own programs
 * shows is allowed.
 */
final class Conflicts {
    private final TrafficLight light;
    private final SignalTiming timing;
    private final OwnerPrograms owner;
    private final List<List<Link>> links = new ArrayList<>();

    private Conflicts(TrafficLight light, SignalTiming timing, OwnerPrograms owner) {
        this.light = light;
        this.timing = timing;
        this.owner = owner;
        IntStream.range(0, timing.size()).forEach(index -> links.add(new ArrayList<>()));
        light.links().forEach(this::add);
    }

    /**
     * The foes of each signal index.
     *
     * @throws IllegalArgumentException when the light has a signal index that the timing lacks
     */
    static Foe[][] of(TrafficLight light, SignalTiming timing, OwnerPrograms owner) {
        Conflicts conflicts = new Conflicts(light, timing, owner);
        return IntStream.range(0, timing.size()).mapToObj(conflicts::foesOf).toArray(Foe[][]::new);
    }

    private void add(Link link) {
        int highest = IntStream.concat(
                        IntStream.of(link.index()), link.foes().stream().mapToInt(foe -> foe))
                .max()
                .getAsInt();
        if (link.index() < 0 || highest >= links.size()) {
            throw new IllegalArgumentException(
                    "The timing of signal '%s' has %d signal indices, its link from '%s' has index %d and foes %s; give the timing of this signal"
                            .formatted(light.id(), links.size(), link.fromLane(), link.index(), link.foes()));
        }
        links.get(link.index()).add(link);
    }

    private Foe[] foesOf(int own) {
        return IntStream.range(0, links.size())
                .filter(other -> conflict(own, other))
                .mapToObj(other -> foe(own, other))
                .toArray(Foe[]::new);
    }

    private Foe foe(int own, int other) {
        int clearance = Math.max(
                timing.intergreens().seconds(other, own),
                timing.movements().get(other).yellowSeconds());
        int together = byRightOfWay(own, other) | owner.together(own, other);
        return new Foe(other, together, clearance, isCrossing(other));
    }

    private boolean conflict(int own, int other) {
        return own != other
                && (!towards(own, other).isEmpty() || !towards(other, own).isEmpty())
                && !leaveOneLane(own, other);
    }

    /** Links of an index that have the other one as a foe. */
    private List<Link> towards(int own, int other) {
        return links.get(own).stream()
                .filter(link -> link.foes().contains(other))
                .toList();
    }

    private int byRightOfWay(int own, int other) {
        boolean ownYields = yields(own, other);
        boolean otherYields = yields(other, own);
        int together = ownYields || otherYields ? Foe.together(YIELDING_GREEN, YIELDING_GREEN) : 0;
        together |= ownYields ? Foe.together(YIELDING_GREEN, PRIORITY_GREEN) : 0;
        together |= otherYields ? Foe.together(PRIORITY_GREEN, YIELDING_GREEN) : 0;
        return mergeOrderly(own, other) ? Foe.ANY_GREENS : together;
    }

    /** Whether every movement of an index yields to the other one that is its foe; pedestrians never do. */
    private boolean yields(int own, int other) {
        List<Link> towards = towards(own, other);
        return !isCrossing(own)
                && !towards.isEmpty()
                && towards.stream().allMatch(link -> link.yieldsTo().contains(other));
    }

    private boolean isCrossing(int index) {
        return links.get(index).stream().anyMatch(link -> link.path().crossing());
    }

    private boolean mergeOrderly(int own, int other) {
        return (yields(own, other) || yields(other, own))
                && bothWays(own, other).map(Link::toLane).distinct().count() == 1;
    }

    private boolean leaveOneLane(int own, int other) {
        return bothWays(own, other).map(Link::fromLane).distinct().count() == 1;
    }

    private Stream<Link> bothWays(int own, int other) {
        return Stream.concat(partTowards(own, other), partTowards(other, own));
    }

    /** All links of the index where only the other one names it as a foe. */
    private Stream<Link> partTowards(int own, int other) {
        List<Link> towards = towards(own, other);
        return towards.isEmpty() ? links.get(own).stream() : towards.stream();
    }
}

package io.clearway.signal;

import io.clearway.timing.SignalTiming;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The order in which an owner demands the stages of a signal, over and over: after a stage it stays, or the next of the
 * order comes. It binds the controller's stages. Stages that only the network's own program has may come at any time,
 * as their order is the owner's already; after one of them any stage of the order may come.
 */
public final class StageOrder {
    /** Any stage after any other. */
    public static final StageOrder ANY = new StageOrder(List.of(), List.of());

    private final List<Phase> stages;
    private final List<Phase> order;

    private StageOrder(List<Phase> stages, List<Phase> order) {
        this.stages = List.copyOf(stages);
        this.order = List.copyOf(order);
    }

    /**
     * The order of a timing sheet.
     *
     * @param stages of the controller, by the numbers of the sheet
     * @throws IllegalArgumentException when the order has a stage that there is not, or serves fewer movements than the
     *     stages together do
     */
    public static StageOrder of(List<Phase> stages, SignalTiming timing) {
        if (timing.order().isEmpty()) {
            return ANY;
        }
        List<Phase> order = new ArrayList<>();
        for (int stage : timing.order()) {
            if (stage < 0 || stage >= stages.size()) {
                throw new IllegalArgumentException("order %s has stage %d, which there is not; give stages from 0 to %d"
                        .formatted(timing.order(), stage, stages.size() - 1));
            }
            order.add(stages.get(stage));
        }
        requireServed(timing, stages, order);
        return new StageOrder(stages, order);
    }

    private static void requireServed(SignalTiming timing, List<Phase> stages, List<Phase> order) {
        for (int index = 0; index < timing.size(); index++) {
            if (!serves(order, index) && serves(stages, index)) {
                int served = index;
                throw new IllegalArgumentException(
                        "order %s never gives movement %d green; add one of the stages that do, %s"
                                .formatted(
                                        timing.order(),
                                        index,
                                        IntStream.range(0, stages.size())
                                                .filter(stage ->
                                                        stages.get(stage).isGreen(served))
                                                .boxed()
                                                .toList()));
            }
        }
    }

    private static boolean serves(List<Phase> stages, int index) {
        return stages.stream().anyMatch(stage -> stage.isGreen(index));
    }

    /** Whether a stage may come after another, or stay. */
    boolean allows(Phase shown, Phase next) {
        return instead(shown, next).equals(next);
    }

    /** What comes when a stage is requested: itself, or the next of the order. */
    public Phase instead(Phase shown, Phase requested) {
        if (isFree(requested) || requested.equals(shown)) {
            return requested;
        }
        if (order.contains(shown)) {
            return after(shown);
        }
        return order.contains(requested) ? requested : order.get(0);
    }

    private boolean isFree(Phase stage) {
        return order.isEmpty() || !stages.contains(stage);
    }

    private Phase after(Phase stage) {
        return order.get((order.indexOf(stage) + 1) % order.size());
    }

    /** Whether there is one. */
    boolean isDemanded() {
        return !order.isEmpty();
    }

    /**
     * Stages in their order until everybody who waits has been served.
     *
     * @param shown where it begins, if it is one of the order; else with one that serves the first who waits
     * @param waiting signal indices, the earliest deadline first
     */
    List<Phase> way(Phase shown, Collection<Integer> waiting) {
        List<Integer> unserved = new ArrayList<>(waiting);
        unserved.removeIf(index -> !serves(order, index));
        List<Phase> way = new ArrayList<>();
        Phase next = order.contains(shown) || unserved.isEmpty() ? after(shown) : serving(unserved.get(0), unserved);
        while (!unserved.isEmpty()) {
            way.add(next);
            unserved.removeIf(next::isGreen);
            next = after(next);
        }
        return way;
    }

    private Phase serving(int index, List<Integer> waiting) {
        IntPredicate served = one -> order.get(one).isGreen(index);
        int first = IntStream.range(0, order.size())
                .filter(served)
                .boxed()
                .max(Comparator.comparingLong(
                        one -> waiting.stream().filter(order.get(one)::isGreen).count()))
                .orElse(0);
        return order.get(first);
    }

    /** The number that the sheet has for a stage; −1 for one of the network's own program. */
    public int number(Phase stage) {
        return stages.indexOf(stage);
    }
}

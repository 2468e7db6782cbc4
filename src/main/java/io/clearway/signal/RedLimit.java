package io.clearway.signal;

import io.clearway.timing.SignalTiming;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Has everybody served before their maximum red is over: earliest deadline first. As long as all who wait can still be
 * served in time one after the other, any stage may be chosen; otherwise the stage of the earliest deadline is due.
 * Where the owner demands an order, its next stage is due as soon as the way to whoever waits takes all the time left.
 */
public final class RedLimit {
    private final List<Phase> stages;
    private final SignalTiming timing;
    private final StageTimes times;
    private final StageOrder stageOrder;
    private final double slackSeconds;
    private final double roundSeconds;

    /**
     * @param stages to choose from
     * @param stageOrder in which they have to come
     * @param slackSeconds by which a stage is due earlier, such as the time until it is asked again
     */
    public RedLimit(List<Phase> stages, SignalTiming timing, StageOrder stageOrder, double slackSeconds) {
        this.stages = List.copyOf(stages);
        this.timing = timing;
        this.times = new StageTimes(timing);
        this.stageOrder = stageOrder;
        this.slackSeconds = slackSeconds;
        this.roundSeconds = slackSeconds + 2 * roundSeconds();
    }

    /** The longest that it can take to serve everybody once; twice that covers any stage that comes before. */
    private double roundSeconds() {
        return stages.stream()
                .mapToDouble(stage -> times.minimumGreenSeconds(stage)
                        + stages.stream()
                                .mapToInt(from -> times.changeSeconds(from, stage))
                                .max()
                                .orElse(0))
                .sum();
    }

    /**
     * The stage that has to come next instead of a chosen one.
     *
     * @param shown the stage that is shown or being changed to
     * @param chosen the stage that would come next; the one shown where nothing is to change
     * @param clock how long somebody has been waiting for each movement
     * @return empty when everybody can still be served in time after the chosen stage
     */
    public Optional<Phase> due(Phase shown, Phase chosen, WaitClock clock) {
        List<Integer> waiting = IntStream.range(0, timing.size())
                .filter(index -> limited(index) && clock.waitedSeconds(index) > 0 && !shown.isGreen(index))
                .boxed()
                .sorted(Comparator.comparingDouble(index -> deadline(index, clock)))
                .toList();
        if (waiting.isEmpty() || deadline(waiting.get(0), clock) > roundSeconds) {
            return Optional.empty();
        }
        List<Phase> order = stageOrder.isDemanded() ? stageOrder.way(shown, waiting) : order(waiting);
        return order.isEmpty() || order.get(0).equals(chosen) || inTime(shown, chosen, order, waiting, clock)
                ? Optional.empty()
                : Optional.of(order.get(0));
    }

    private boolean limited(int index) {
        return timing.movements().get(index).limitsRed();
    }

    private double deadline(int index, WaitClock clock) {
        return timing.movements().get(index).maximumRedSeconds() - clock.waitedSeconds(index);
    }

    /** Stages that serve everybody, those of the earliest deadlines first. */
    private List<Phase> order(List<Integer> waiting) {
        List<Phase> order = new ArrayList<>();
        for (int index : waiting) {
            if (order.stream().noneMatch(stage -> stage.isGreen(index))) {
                stages.stream()
                        .filter(stage -> stage.isGreen(index))
                        .max(Comparator.comparingLong(
                                stage -> waiting.stream().filter(stage::isGreen).count()))
                        .ifPresent(order::add);
            }
        }
        return order;
    }

    /** Whether everybody is served in time when the chosen stage comes first and then those of the order. */
    private boolean inTime(Phase shown, Phase chosen, List<Phase> order, List<Integer> waiting, WaitClock clock) {
        List<Integer> unserved = new ArrayList<>(waiting);
        double time = slackSeconds + times.minimumGreenSeconds(shown) + times.changeSeconds(shown, chosen);
        Phase before = chosen;
        unserved.removeIf(chosen::isGreen);
        for (Phase stage : order) {
            if (!stage.equals(before)) {
                time += (before.equals(shown) ? 0 : times.minimumGreenSeconds(before))
                        + times.changeSeconds(before, stage);
                before = stage;
            }
            for (int index : unserved) {
                if (stage.isGreen(index) && time >= deadline(index, clock)) {
                    return false;
                }
            }
            unserved.removeIf(stage::isGreen);
        }
        return true;
    }
}

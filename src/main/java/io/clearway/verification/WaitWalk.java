package io.clearway.verification;

import io.clearway.monitor.SignalMonitor;
import io.clearway.monitor.Trip;
import io.clearway.scenario.LiveSignal;
import io.clearway.signal.Phase;
import io.clearway.signal.SignalGuard;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.timing.SignalTiming;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/**
 * Has somebody wait for every movement all the time while a controller chooses against them: it stays where it is, or
 * chooses at random. For one thread.
 */
final class WaitWalk {
    private static final int SECONDS = 3600;
    private static final int DECISION_SECONDS = 5;

    private final LiveSignal signal;
    private final SignalGuard guard;
    private final SignalMonitor monitor;
    private final List<Phase> stages;
    private final OrderCheck order;
    private double longest;

    /** @param required the times that the monitor requires */
    WaitWalk(LiveSignal signal, TrafficLight light, SignalTiming required) {
        this.signal = signal;
        this.stages = signal.stages();
        this.order = new OrderCheck(signal, required);
        this.guard = new SignalGuard(
                new SignalGuard.Signal(stages, signal.conflicts(), signal.timing(), signal.order()),
                stages.get(0).state(),
                stages.get(0),
                DECISION_SECONDS);
        this.monitor = new SignalMonitor(light, required);
    }

    /** A controller that never leaves a stage by itself. */
    Optional<Trip> stubborn() {
        return walk(second -> guard.target());
    }

    /** A controller that chooses any stage. */
    Optional<Trip> random(RandomGenerator chance) {
        return walk(second -> stages.get(chance.nextInt(stages.size())));
    }

    private Optional<Trip> walk(IntFunction<Phase> controller) {
        for (int second = 0; second < SECONDS; second++) {
            if (second % DECISION_SECONDS == 0) {
                guard.choose(controller.apply(second));
            }
            Phase before = guard.target();
            String shown = guard.tick();
            Optional<Trip> disorder = order.check(before, guard.target(), second);
            if (disorder.isPresent()) {
                return disorder;
            }
            guard.observe(second, this::isServed);
            monitor.observe(shown, second, this::isServed);
            for (int index = 0; index < signal.timing().size(); index++) {
                longest = Math.max(longest, guard.waitedSeconds(index));
            }
        }
        return monitor.trip();
    }

    private boolean isServed(int index) {
        return stages.stream().anyMatch(stage -> stage.isGreen(index));
    }

    double longestSeconds() {
        return longest;
    }
}

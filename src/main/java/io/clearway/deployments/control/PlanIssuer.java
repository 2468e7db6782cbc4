package io.clearway.deployments.control;

import io.clearway.network.JointObservation;
import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveSignal;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a controller's responses into what the signals show, second by second, safe whatever the controller responds:
 * one {@link SignalController} per signal. An error in one signal concerns that signal. Time is simulated time, in
 * seconds, and handed in. Used by one thread at a time.
 */
public final class PlanIssuer {
    private static final Logger LOG = LoggerFactory.getLogger(PlanIssuer.class);

    private final List<SignalController> signals = new ArrayList<>();
    private final Map<String, String> commanded = new HashMap<>();
    private final List<SignalEvent> events = new ArrayList<>();
    private int decisions;
    private int late;
    private int failed;

    /**
     * @param signals in the order of the agents
     * @param lights the same in the network that runs
     * @param shown what they show now
     * @param seconds simulated time now
     * @param limits of decisions
     */
    public PlanIssuer(
            List<LiveSignal> signals,
            List<TrafficLight> lights,
            List<String> shown,
            double seconds,
            DecisionLimits limits) {
        for (int i = 0; i < signals.size(); i++) {
            this.signals.add(new SignalController(signals.get(i), lights.get(i), shown.get(i), seconds, limits));
        }
    }

    /** Takes in the controller's response to an observation. */
    public void decide(double seconds, JointObservation observation, ControllerResponse response) {
        count(response);
        for (int agent = 0; agent < signals.size(); agent++) {
            DecisionCheck check = DecisionCheck.of(agent, observation, response);
            guarded(agent, seconds, signal -> signal.decide(check, seconds));
        }
    }

    /** Takes in that there is no decision, since the signals could not be observed. */
    public void decide(double seconds, ControllerResponse.Failed failure) {
        count(failure);
        DecisionCheck check = DecisionCheck.failed(failure);
        for (int agent = 0; agent < signals.size(); agent++) {
            guarded(agent, seconds, signal -> signal.decide(check, seconds));
        }
    }

    private void count(ControllerResponse response) {
        decisions++;
        late += response instanceof ControllerResponse.Late ? 1 : 0;
        failed += response instanceof ControllerResponse.Failed ? 1 : 0;
    }

    /** What the signals under control show in the second that begins, by traffic light. */
    public Map<String, String> tick(double seconds) {
        for (int agent = 0; agent < signals.size(); agent++) {
            if (!signals.get(agent).isReleased()) {
                guarded(agent, seconds, signal -> commanded.put(signal.light(), signal.tick(seconds)));
            }
        }
        return Map.copyOf(commanded);
    }

    /**
     * Takes in what the signals really showed in the second that ended.
     *
     * @param shown in the order of the agents
     * @param waiting whether somebody waits, by signal and signal index
     */
    public void observe(double seconds, List<String> shown, boolean[][] waiting) {
        for (int i = 0; i < signals.size(); i++) {
            String command = commanded.get(signals.get(i).light());
            if (command != null) {
                String observed = shown.get(i);
                boolean[] own = waiting[i];
                IntPredicate waits = index -> index < own.length && own[index];
                guarded(
                        i,
                        seconds,
                        signal -> signal.observe(observed, command, seconds, waits)
                                .ifPresent(events::add));
            }
        }
    }

    /** Carries out an operator's order; the signals concerned, without those that are on their way back. */
    public List<String> execute(OperatorOrder order, double seconds) {
        List<String> concerned = new ArrayList<>();
        for (int agent = 0; agent < signals.size(); agent++) {
            SignalController signal = signals.get(agent);
            if (order.concerns(signal.light()) && !signal.isLeaving()) {
                guarded(agent, seconds, one -> order.applyTo(one, seconds));
                concerned.add(signal.light());
                events.add(new SignalEvent(seconds, signal.light(), SignalEvent.Kind.ORDER, order.text()));
            }
        }
        return concerned;
    }

    /** Sends every signal on its way back to the network's own program. */
    public void beginRelease(double seconds) {
        signals.forEach(signal -> signal.beginRelease("returns to the network's program", seconds));
    }

    /**
     * The signals that can go back to the network's program now without a jump. They count as released from now on.
     *
     * @return their traffic lights
     */
    public List<String> release(double seconds) {
        List<String> released = new ArrayList<>();
        for (SignalController signal : signals) {
            if (signal.mayBeReleased(seconds)) {
                signal.released(seconds);
                commanded.remove(signal.light());
                released.add(signal.light());
            }
        }
        return released;
    }

    /** Whether all signals run the network's own program. */
    public boolean isReleased() {
        return signals.stream().allMatch(SignalController::isReleased);
    }

    /** The phase that each signal holds, as the scenario's observer needs it. */
    public List<LiveInterface.Shown> shown() {
        return signals.stream().map(SignalController::heldPhase).toList();
    }

    /** All signals as they are now. */
    public List<SignalStatus> signals() {
        return signals.stream().map(SignalController::status).toList();
    }

    /** Counts of all decisions up to now. */
    public DecisionCounts counts() {
        int refused =
                signals.stream().mapToInt(signal -> signal.status().refusals()).sum();
        return new DecisionCounts(decisions, late, failed, refused);
    }

    /** What happened since the last call. */
    public List<SignalEvent> drainEvents() {
        List<SignalEvent> drained = List.copyOf(events);
        events.clear();
        return drained;
    }

    private void guarded(int agent, double seconds, Consumer<SignalController> action) {
        SignalController signal = signals.get(agent);
        try {
            action.accept(signal);
        } catch (RuntimeException error) {
            if (signal.status().control().mode() != ControlMode.FIXED_TIME_ERROR) {
                LOG.error("Control of signal {} failed", signal.light(), error);
            }
            signal.fail(error, seconds).ifPresent(events::add);
        }
    }
}

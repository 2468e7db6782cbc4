package io.clearway.deployments.control;

import io.clearway.scenario.LiveSignal;
import io.clearway.setting.InvalidSetting;
import io.clearway.signal.Phase;
import java.util.List;
import java.util.Optional;

/**
 * What an operator orders.
 *
 * @param action what to do
 * @param light the signal; empty for all
 * @param stage index of the controller's phase to hold; −1 for other actions
 * @param reason why, in the operator's words
 * @param operator who
 */
public record OperatorOrder(Action action, Optional<String> light, int stage, String reason, String operator) {
    /** Kinds of orders. */
    public enum Action {
        /** Show a stage until another order. */
        HOLD,
        /** Follow the network's fixed-time program until another order. */
        FIXED_TIME,
        /** End an order or a latched fault; the controller decides again. */
        RESET,
        /** Return to the network's own program for the rest of the deployment. */
        RELEASE
    }

    /**
     * Refuses what these signals do not have.
     *
     * @throws InvalidSetting when the signal is unknown, or a signal concerned has no such stage
     */
    public void requireFit(List<LiveSignal> signals) {
        List<LiveSignal> concerned =
                signals.stream().filter(signal -> concerns(signal.light())).toList();
        if (concerned.isEmpty()) {
            throw new InvalidSetting(
                    "signal",
                    light.orElse(""),
                    "give one of the deployment's signals, such as "
                            + signals.get(0).light());
        }
        int least = concerned.stream()
                .mapToInt(signal -> signal.phases().size())
                .min()
                .orElse(0);
        if (action == Action.HOLD && (stage < 0 || stage >= least)) {
            throw new InvalidSetting("stage", stage, "give a stage from 0 to %d".formatted(least - 1));
        }
    }

    boolean concerns(String signal) {
        return light.isEmpty() || light.get().equals(signal);
    }

    void applyTo(SignalController signal, double seconds) {
        String why = text();
        switch (action) {
            case HOLD -> signal.hold(stageOf(signal), why, seconds);
            case FIXED_TIME -> signal.forceFixedTime(why, seconds);
            case RESET -> signal.reset(why, seconds);
            case RELEASE -> signal.beginRelease(why, seconds);
        }
    }

    private Phase stageOf(SignalController signal) {
        return signal.phases().get(stage);
    }

    /** Who ordered what, and why. */
    String text() {
        return "%s by %s: %s".formatted(text(action), operator, reason);
    }

    private static String text(Action action) {
        return switch (action) {
            case HOLD -> "held";
            case FIXED_TIME -> "fixed time";
            case RESET -> "reset";
            case RELEASE -> "released";
        };
    }
}

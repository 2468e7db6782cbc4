package io.clearway.scenario.atsc;

import io.clearway.network.ControllerSource;
import io.clearway.scenario.atsc.AtscSettings.ControlKind;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The rules that signal control is held against. */
final class SignalRules {
    /** The rule that is hard to beat. */
    static final String MAX_PRESSURE = "max-pressure";

    private static final double MAX_PRESSURE_HOLD_SECONDS = 15;

    private SignalRules() {}

    /**
     * A rule.
     *
     * @param control who runs the signals while it is evaluated
     * @param source makes it
     */
    record Rule(ControlKind control, ControllerSource source) {}

    /**
     * All rules by name.
     *
     * @param signals asked for only when a rule is made
     */
    static Map<String, Rule> of(Supplier<List<ControlledSignal>> signals, AtscDefinition.Timing timing) {
        Map<String, Rule> rules = new TreeMap<>();
        rules.put(
                "fixed-time",
                new Rule(ControlKind.PROGRAM, seed -> new FixedTime(signals.get(), timing.transitionSeconds())));
        rules.put("greedy", new Rule(ControlKind.AGENTS, seed -> new Greedy(signals.get())));
        rules.put(
                MAX_PRESSURE,
                new Rule(ControlKind.AGENTS, seed -> new MaxPressure(signals.get(), MAX_PRESSURE_HOLD_SECONDS)));
        rules.put(
                "random",
                new Rule(ControlKind.AGENTS, seed -> new UniformRandom(signals.get(), new SplittableRandom(seed))));
        return rules;
    }
}

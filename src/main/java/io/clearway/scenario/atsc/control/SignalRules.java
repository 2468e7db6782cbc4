package io.clearway.scenario.atsc.control;

import io.clearway.network.ControllerSource;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.definition.ControlKind;
import io.clearway.scenario.atsc.definition.ReferenceRule;
import io.clearway.scenario.atsc.sensing.StagePreference;
import io.clearway.simulation.ActuatedProgram.ProgramType;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rules that signal control is compared with. */
public final class SignalRules {
    /** The rule that most published learners are compared with. */
    static final String MAX_PRESSURE = ReferenceRule.MAX_PRESSURE.ruleName();

    /** The rule that is hard to beat. */
    static final String CAPACITY_AWARE = ReferenceRule.CAPACITY_AWARE.ruleName();

    /** The one that is hard to beat where demand exceeds capacity. */
    static final String GATING = ReferenceRule.GATING.ruleName();

    private static final Hold HOLD = Hold.byChanges(15, 5);

    /**
     * Holds under which max-pressure is offered too, its name followed by the hold: its best one depends on the
     * network.
     */
    private static final List<Integer> OTHER_HOLDS_SECONDS = List.of(5, 10, 20);

    private SignalRules() {}

    /** Those that every run is compared with: few, as each costs an episode per evaluation seed. */
    public static List<String> baselines(String reference) {
        return Stream.of("fixed-time", reference, MAX_PRESSURE, "random")
                .distinct()
                .toList();
    }

    /**
     * A rule.
     *
     * @param control who runs the signals while it is evaluated
     * @param source makes it
     */
    public record Rule(ControlKind control, ControllerSource source) {}

    /** All rules by name. */
    public static Map<String, Rule> of(AtscDefinition.Timing timing) {
        Map<String, Rule> rules = new TreeMap<>();
        rules.put("fixed-time", new Rule(ControlKind.PROGRAM, seed -> new FixedTime()));
        rules.put("actuated", new Rule(ControlKind.ACTUATED, seed -> new VehicleActuated(ProgramType.ACTUATED)));
        rules.put(
                "delay-based", new Rule(ControlKind.DELAY_BASED, seed -> new VehicleActuated(ProgramType.DELAY_BASED)));
        rules.put("webster", byAgents(seed -> new SignalMemory(first -> new Webster(first, timing))));
        rules.put("sotl", byAgents(seed -> new SignalMemory(SelfOrganizing::new)));
        rules.put("greedy", byAgents(seed -> new Greedy()));
        rules.put("random", byAgents(seed -> new UniformRandom(new SplittableRandom(seed))));
        rules.put(MAX_PRESSURE, byAgents(seed -> new MaxPressure(HOLD)));
        rules.put(CAPACITY_AWARE, byAgents(seed -> CapacityAware.ungated(HOLD)));
        rules.put(GATING, byAgents(seed -> CapacityAware.gating(HOLD)));
        for (int hold : OTHER_HOLDS_SECONDS) {
            // a hold that ends between decisions is the same as a longer one
            if (hold % timing.decisionSeconds() == 0) {
                rules.put(MAX_PRESSURE + "-" + hold, byAgents(seed -> new MaxPressure(Hold.of(hold))));
            }
        }
        return rules;
    }

    /** What a reference rule prefers. */
    public static StagePreference preference(ReferenceRule rule) {
        return switch (rule) {
            case MAX_PRESSURE -> new MaxPressure(HOLD);
            case CAPACITY_AWARE -> CapacityAware.ungated(HOLD);
            case GATING -> CapacityAware.gating(HOLD);
        };
    }

    private static Rule byAgents(ControllerSource source) {
        return new Rule(ControlKind.AGENTS, source);
    }
}

package io.clearway.cli.benchmark;

import io.clearway.scenario.LiveSignal;
import io.clearway.signal.Phase;
import io.clearway.signal.SafetyEnvelope;
import io.clearway.simulation.ActuatedProgram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What signals show when, all of an episode: at each decision every signal goes to what its own program shows then, by
 * a transition. To be carried out from outside, decision by decision, or by the simulator itself.
 */
final class DecisionPlan {
    private final Map<String, List<Shown>> bySignal = new LinkedHashMap<>();
    private final double endSeconds;

    /** A state from a time on. */
    private record Shown(double fromSeconds, String state) {}

    /**
     * Plans an episode.
     *
     * @param decisionSeconds from one decision to the next
     */
    DecisionPlan(List<LiveSignal> signals, double decisionSeconds, int decisions) {
        endSeconds = decisionSeconds * decisions;
        for (LiveSignal signal : signals) {
            bySignal.put(signal.light(), shown(signal, (int) decisionSeconds));
        }
    }

    private List<Shown> shown(LiveSignal signal, int decisionSeconds) {
        Phase stage = stage(signal, 0);
        SafetyEnvelope envelope = new SafetyEnvelope(signal.conflicts(), signal.timing(), stage.state(), stage);
        List<Shown> shown = new ArrayList<>();
        String before = "";
        for (int second = 0; second < endSeconds; second++) {
            stage = second % decisionSeconds == 0 ? stage(signal, second) : stage;
            String state = envelope.tick(stage);
            if (!state.equals(before)) {
                shown.add(new Shown(second, state));
                before = state;
            }
        }
        return shown;
    }

    private static Phase stage(LiveSignal signal, double seconds) {
        return signal.fixedTime().stageAt(seconds).orElse(signal.phases().get(0));
    }

    /** The states that signals change to, by time in seconds. */
    SortedMap<Double, Map<String, String>> changes() {
        SortedMap<Double, Map<String, String>> changes = new TreeMap<>();
        bySignal.forEach((light, shown) ->
                shown.forEach(one -> changes.computeIfAbsent(one.fromSeconds(), time -> new LinkedHashMap<>())
                        .put(light, one.state())));
        return changes;
    }

    /** The same as programs of the simulator's. */
    List<ActuatedProgram> programs() {
        List<ActuatedProgram> programs = new ArrayList<>();
        bySignal.forEach((light, shown) -> {
            List<ActuatedProgram.Phase> phases = new ArrayList<>();
            for (int i = 0; i < shown.size(); i++) {
                double until = i + 1 < shown.size() ? shown.get(i + 1).fromSeconds() : endSeconds;
                double seconds = until - shown.get(i).fromSeconds();
                phases.add(
                        new ActuatedProgram.Phase(seconds, seconds, shown.get(i).state()));
            }
            programs.add(new ActuatedProgram(light, ActuatedProgram.ProgramType.STATIC, phases));
        });
        return programs;
    }
}

package io.clearway.cli.benchmark;

import io.clearway.scenario.LiveSignal;
import io.clearway.signal.Phase;
import io.clearway.signal.PhaseTransition;
import io.clearway.signal.SignalProgram;
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
            List<Shown> shown = new ArrayList<>();
            String now = target(signal.fixedTime(), 0);
            shown.add(new Shown(0, now));
            for (int decision = 1; decision < decisions; decision++) {
                double begin = decision * decisionSeconds;
                String next = target(signal.fixedTime(), begin);
                if (!next.equals(now)) {
                    double red = begin + signal.limits().yellowSeconds();
                    double green = begin + signal.limits().transitionSeconds();
                    PhaseTransition.between(new Phase(now), new Phase(next))
                            .ifPresentOrElse(
                                    yellow -> {
                                        shown.add(new Shown(begin, yellow));
                                        if (green > red) {
                                            shown.add(new Shown(red, PhaseTransition.cleared(yellow)));
                                        }
                                        shown.add(new Shown(green, next));
                                    },
                                    () -> shown.add(new Shown(begin, next)));
                    now = next;
                }
            }
            bySignal.put(signal.light(), shown);
        }
    }

    /** The phase that a program shows, or goes over to. */
    private static String target(SignalProgram program, double seconds) {
        double time = seconds;
        String state = program.stateAt(time);
        for (int step = 0; step < program.cycleSeconds() && state.matches(".*[yYuU].*"); step++) {
            time++;
            state = program.stateAt(time);
        }
        return state;
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

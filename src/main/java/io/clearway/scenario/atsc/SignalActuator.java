package io.clearway.scenario.atsc;

import io.clearway.network.JointAction;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.sensing.SignalReadings;
import io.clearway.scenario.atsc.sensing.SignalSensors;
import io.clearway.signal.Phase;
import io.clearway.signal.SignalGuard;
import io.clearway.simulation.Readings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Turns the decisions of agents into what the signals show, second by second, each behind its {@link SignalGuard}. */
final class SignalActuator {
    private final List<ControlledSignal> signals;
    private final List<SignalGuard> guards = new ArrayList<>();
    private final Map<String, String> commanded = new LinkedHashMap<>();

    /**
     * @param sensors whose signals, in the order of the agents, and their times
     * @param begin what they show before the first decision
     * @param decisionSeconds from one decision to the next
     */
    SignalActuator(SignalSensors sensors, Readings begin, double decisionSeconds) {
        this.signals = sensors.signals();
        for (int agent = 0; agent < signals.size(); agent++) {
            ControlledSignal signal = signals.get(agent);
            String shown = begin.lightState(agent);
            guards.add(new SignalGuard(
                    new SignalGuard.Signal(
                            signal.phases(),
                            signal.conflicts(),
                            sensors.times().get(agent).timing()),
                    shown,
                    signal.phases().get(signal.find(shown).orElse(0)),
                    decisionSeconds));
        }
    }

    /** Takes in who waits at a signal, to be called once at every decision. */
    void observe(int agent, SignalReadings readings) {
        boolean[] waiting = WaitingVehicles.byIndex(signals.get(agent), readings::calls);
        guards.get(agent).observe(readings.seconds(), index -> index < waiting.length && waiting[index]);
    }

    /** Which phases a signal may choose now. */
    boolean[] legal(int agent) {
        return guards.get(agent).legal();
    }

    /** The phase that a signal shows or changes to. */
    int phase(int agent) {
        return signals.get(agent).phases().indexOf(guards.get(agent).target());
    }

    /**
     * What the signals change to in the seconds of a decision.
     *
     * @return by second from the decision, by traffic light in the order of the agents; only what changes
     */
    NavigableMap<Integer, Map<String, String>> plan(JointAction action, int seconds) {
        NavigableMap<Integer, Map<String, String>> changes = new TreeMap<>();
        for (int agent = 0; agent < guards.size(); agent++) {
            Phase phase = signals.get(agent).phases().get(action.choice(agent));
            guards.get(agent).choose(phase);
        }
        for (int second = 0; second < seconds; second++) {
            for (int agent = 0; agent < guards.size(); agent++) {
                String light = signals.get(agent).id();
                String state = guards.get(agent).tick();
                if (!state.equals(commanded.put(light, state))) {
                    changes.computeIfAbsent(second, time -> new LinkedHashMap<>())
                            .put(light, state);
                }
            }
        }
        return changes;
    }
}

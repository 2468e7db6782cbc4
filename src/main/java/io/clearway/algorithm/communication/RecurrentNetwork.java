package io.clearway.algorithm.communication;

import io.clearway.neural.AgentLayers;
import io.clearway.neural.AgentValues;
import io.clearway.neural.LinearLayer;
import io.clearway.neural.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The networks of all agents: the method's input, an LSTM, and on its hidden state a policy, a value that also knows
 * the neighbors' actions, and with some methods a gate. Knows the structure only; weights lie in the
 * {@link AgentLayers}.
 */
final class RecurrentNetwork {
    private static final int GATE_ACTIONS = 2;

    private final Site site;
    private final Wiring wiring;
    private final LinearLayer input;
    private final LinearLayer recurrent;
    private final LinearLayer policy;
    private final LinearLayer value;
    private final Optional<LinearLayer> gate;

    RecurrentNetwork(Method method, Site site, AgentLayers layers) {
        this.site = site;
        this.wiring = method.wire(site, layers);
        int hidden = site.hidden();
        int told = site.places() * site.shape().actions();
        this.input = layers.add(wiring.inputs(), 4 * hidden, Method.GAIN);
        this.recurrent = layers.addUnbiased(hidden, 4 * hidden, Method.GAIN);
        this.policy = layers.add(hidden, site.shape().actions(), Method.GAIN);
        this.value = layers.add(hidden + told, 1, Method.GAIN);
        this.gate = method.gated() ? Optional.of(layers.add(hidden, GATE_ACTIONS, Method.GAIN)) : Optional.empty();
    }

    /**
     * Hidden states over consecutive steps.
     *
     * @param hidden [agents][steps · episodes][hidden]
     * @param after what agents remember after each step
     */
    record Unrolled(AgentValues hidden, List<Memory> after) {}

    /** Where agents stand. */
    Site site() {
        return site;
    }

    /** The layers of the LSTM, which consensus averages. */
    List<LinearLayer> lstm() {
        return List.of(input, recurrent);
    }

    /** Runs the LSTMs step by step; messages of a step reach neighbors in the next. */
    Unrolled unroll(Tape tape, Percepts percepts, Memory before) {
        int rows = percepts.steps() * percepts.episodes();
        AgentValues perceived = wiring.perceive(
                tape,
                tape.constant(percepts.observations(), rows, site.observation()),
                tape.constant(percepts.policies(), rows, site.shape().actions()));
        // without messages the inputs of all steps are known, so one product serves them all
        AgentValues ready = wiring.listens() ? perceived : tape.linear(perceived, input);
        AgentValues hidden = tape.constant(before.hidden(), percepts.episodes(), site.hidden());
        AgentValues state = tape.constant(before.state(), percepts.episodes(), site.hidden());
        List<AgentValues> all = new ArrayList<>();
        List<Memory> after = new ArrayList<>();
        for (int step = 0; step < percepts.steps(); step++) {
            AgentValues now = tape.rows(ready, step * percepts.episodes(), percepts.episodes());
            if (wiring.listens()) {
                now = tape.linear(wiring.hear(tape, now, hidden, percepts.gates()[step]), input);
            }
            Tape.Cell cell = tape.lstm(tape.add(now, tape.linear(hidden, recurrent)), state);
            hidden = cell.hidden();
            state = cell.state();
            all.add(hidden);
            after.add(new Memory(hidden.values(), state.values()));
        }
        return new Unrolled(tape.stack(all), after);
    }

    /** Logits of π_i(a | h_i) [agents][rows][actions]. */
    AgentValues logits(Tape tape, AgentValues hidden) {
        return tape.linear(hidden, policy);
    }

    /**
     * V_i(h_i, a_N) [agents][rows][1].
     *
     * @param actions one-hot codes of a_i, or probabilities where the action is not known yet [agents][rows][actions]
     */
    AgentValues values(Tape tape, AgentValues hidden, float[] actions) {
        AgentValues own = tape.constant(actions, hidden.rows(), site.shape().actions());
        AgentValues neighbors = tape.gather(own, site.neighbors(), site.places());
        return tape.linear(tape.concat(hidden, neighbors), value);
    }

    /** Logits of holding back (0) or letting through (1) the next message [agents][rows][2]; empty without gates. */
    Optional<AgentValues> gates(Tape tape, AgentValues hidden) {
        return gate.map(layer -> tape.linear(hidden, layer));
    }
}

package io.clearway.algorithm.a2c;

import io.clearway.algorithm.experience.ActionKind;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.tape.AgentLayers;
import io.clearway.neural.tape.AgentValues;
import io.clearway.neural.tape.LinearLayer;
import io.clearway.neural.tape.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The networks of all agents: the method's input, an LSTM, and on its hidden state a policy, a value that also depends
 * on the neighbors' actions, and with some methods a gate. Holds the structure only; weights are in the
 * {@link AgentLayers}.
 */
final class RecurrentNetwork {
    private static final int GATE_ACTIONS = 2;

    private final CommunicationTopology topology;
    private final CommunicationModule communication;
    private final LinearLayer input;
    private final LinearLayer recurrent;
    private final LinearLayer policy;
    private final LinearLayer value;
    private final Optional<LinearLayer> gate;
    private final Optional<LinearLayer> free;

    RecurrentNetwork(CommunicationMethod method, CommunicationTopology topology, AgentLayers layers) {
        this.topology = topology;
        this.communication = method.wire(topology, layers);
        int hidden = topology.hidden();
        ActionKind kind = topology.shape().kind();
        int neighborActions = topology.places() * kind.code();
        this.input = layers.add(communication.inputs(), Tape.LSTM_GATES * hidden, CommunicationMethod.GAIN);
        this.recurrent = layers.addUnbiased(hidden, Tape.LSTM_GATES * hidden, CommunicationMethod.GAIN);
        this.policy = layers.add(hidden, kind.outputs(), CommunicationMethod.GAIN);
        this.value = layers.add(hidden + neighborActions, 1, CommunicationMethod.GAIN);
        this.gate = method.gated()
                ? Optional.of(layers.add(hidden, GATE_ACTIONS, CommunicationMethod.GAIN))
                : Optional.empty();
        // a network of no inputs but a one: numbers of the policy that are the same in all states, moved from their
        // first values
        int free = kind.free().length;
        this.free = free > 0 ? Optional.of(layers.addUnbiased(1, free, 0)) : Optional.empty();
    }

    /**
     * Hidden states over consecutive steps.
     *
     * @param hidden h_i, rows being steps, within them episodes
     * @param after states of the agents after each step
     */
    record Unrolled(AgentValues hidden, List<RecurrentState> after) {}

    /** Neighbors and sizes of the agents' vectors. */
    CommunicationTopology topology() {
        return topology;
    }

    /** What each agent sends to its neighbors at a decision. */
    Set<MessageContent> contents() {
        return communication.contents();
    }

    /** The layers of the LSTM, which consensus averages. */
    List<LinearLayer> lstm() {
        return List.of(input, recurrent);
    }

    /** Runs the LSTMs step by step; messages of a step reach neighbors in the next. */
    Unrolled unroll(Tape tape, SequenceInputs inputs, RecurrentState before) {
        AgentValues perceived = communication
                .perception()
                .of(tape, tape.constant(inputs.observations()), tape.constant(inputs.policies()));
        // without messages the inputs of all steps are known, so one product serves them all
        var reception = communication.reception();
        AgentValues ready = reception.isPresent() ? perceived : tape.linear(perceived, input);
        AgentValues hidden = tape.constant(before.hidden());
        AgentValues state = tape.constant(before.state());
        List<AgentValues> all = new ArrayList<>();
        List<RecurrentState> after = new ArrayList<>();
        for (int step = 0; step < inputs.steps(); step++) {
            AgentValues now = tape.rows(ready, step * inputs.episodes(), inputs.episodes());
            if (reception.isPresent()) {
                now = tape.linear(reception.get().of(tape, now, hidden, inputs.gatesAt(step)), input);
            }
            Tape.Cell cell = tape.lstm(tape.add(now, tape.linear(hidden, recurrent)), state);
            hidden = cell.hidden();
            state = cell.state();
            all.add(hidden);
            after.add(new RecurrentState(hidden.tensor(), state.tensor()));
        }
        return new Unrolled(tape.stack(all), after);
    }

    /** Descriptions of π_i(a | h_i), as the kind of actions has them. */
    AgentValues description(Tape tape, AgentValues hidden) {
        AgentValues outputs = tape.linear(hidden, policy);
        return free.map(layer -> tape.concat(outputs, numbers(tape, hidden.rows(), layer)))
                .orElse(outputs);
    }

    private AgentValues numbers(Tape tape, int rows, LinearLayer layer) {
        float[] first = topology.shape().kind().free();
        AgentTensor begun = AgentTensor.zeros(topology.agents(), rows, first.length);
        for (int agent = 0; agent < topology.agents(); agent++) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(first, 0, begun.values(), begun.at(agent, row), first.length);
            }
        }
        AgentTensor ones = AgentTensor.zeros(topology.agents(), rows, 1).map(zero -> 1);
        AgentValues moved = tape.linear(tape.constant(ones), layer);
        return tape.add(tape.constant(begun), moved);
    }

    /**
     * V_i(h_i, a_N).
     *
     * @param actions codes of a_i, or their expectation where the action is not known yet
     */
    AgentValues values(Tape tape, AgentValues hidden, AgentTensor actions) {
        AgentValues neighbors = tape.gather(tape.constant(actions), topology.neighbors(), topology.places());
        return tape.linear(tape.concat(hidden, neighbors), value);
    }

    /** Logits of holding back (0) or letting through (1) the next message; empty without gates. */
    Optional<AgentValues> gates(Tape tape, AgentValues hidden) {
        return gate.map(layer -> tape.linear(hidden, layer));
    }
}

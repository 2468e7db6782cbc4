package io.clearway.algorithm.a2c;

import io.clearway.algorithm.experience.ActionKind;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.distribution.ActionDistribution;
import io.clearway.neural.distribution.Categorical;
import io.clearway.neural.tape.AgentValues;
import io.clearway.neural.tape.FrozenLayers;
import io.clearway.neural.tape.Tape;
import java.util.Optional;

/**
 * Agents that act for one episode: each uses its own observation and memory and what its neighbors see and sent in the
 * step before. Keeps a log of what was sent.
 */
final class CommunicatingAgents implements Controller {
    private final RecurrentNetwork network;
    private final FrozenLayers weights;
    private final Choice gating;
    private final Choice choice;
    private final MessageLog log = new MessageLog();
    private RecurrentState memory;

    /** How something is taken from its distribution and written to a place. */
    interface Choice {
        void take(ActionDistribution distribution, float[] to, int at);
    }

    /**
     * @param gating how a gate is chosen, 1 to pass the message
     * @param choice how an action is chosen
     */
    CommunicatingAgents(RecurrentNetwork network, FrozenLayers weights, Choice gating, Choice choice) {
        this.network = network;
        this.weights = weights;
        this.gating = gating;
        this.choice = choice;
        this.memory = RecurrentState.none(network.topology(), 1);
    }

    MessageLog log() {
        return log;
    }

    @Override
    public JointAction act(JointObservation observation) {
        JointShape shape = network.topology().shape();
        Tape tape = Tape.acting(weights);
        var unrolled = network.unroll(tape, inputs(observation), memory);
        memory = unrolled.after().get(0);
        AgentValues description = network.description(tape, unrolled.hidden());
        ActionKind kind = shape.kind();
        float[] actions = new float[shape.agents() * kind.numbers()];
        AgentTensor descriptions = description.tensor();
        AgentTensor codes = MessageLog.codes(shape);
        for (int agent = 0; agent < shape.agents(); agent++) {
            boolean[] legal = observation.legal(agent);
            ActionDistribution policy =
                    kind.distribution(agent, descriptions.values(), descriptions.at(agent, 0), legal, 0);
            choice.take(policy, actions, agent * kind.numbers());
            kind.encodeExpected(policy, codes.values(), codes.at(agent, 0));
        }
        log.add(observation, descriptions, codes, gates(network.gates(tape, unrolled.hidden())));
        return kind.joint(actions);
    }

    private SequenceInputs inputs(JointObservation observation) {
        CommunicationTopology topology = network.topology();
        AgentTensor observations = AgentTensor.zeros(topology.agents(), 1, topology.observation());
        for (int agent = 0; agent < topology.agents(); agent++) {
            float[] local = observation.local(agent);
            System.arraycopy(local, 0, observations.values(), observations.at(agent, 0), local.length);
            topology.identify(agent, observations, 0);
        }
        JointShape shape = topology.shape();
        return new SequenceInputs(
                1, observations, log.policyAfter(log.length(), shape), log.gateAfter(log.length(), shape));
    }

    private AgentTensor gates(Optional<AgentValues> logits) {
        AgentTensor gates = MessageLog.open(network.topology().shape());
        logits.map(AgentValues::tensor).ifPresent(scores -> {
            boolean[] both = {true, true};
            for (int agent = 0; agent < gates.agents(); agent++) {
                Categorical gate = Categorical.of(scores.values(), scores.at(agent, 0), both);
                gating.take(gate, gates.values(), gates.at(agent, 0));
            }
        });
        return gates;
    }
}

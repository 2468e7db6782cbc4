package io.clearway.algorithm.a2c;

import io.clearway.algorithm.experience.ActionKind;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.neural.AgentValues;
import io.clearway.neural.distribution.ActionDistribution;
import io.clearway.neural.distribution.Categorical;
import io.clearway.neural.tape.FrozenLayers;
import io.clearway.neural.tape.Tape;
import java.util.Arrays;
import java.util.Optional;

/**
 * Agents that act for one episode: each uses its own observation and memory and what its neighbors see and told in the
 * step before. Keeps a diary of what was told.
 */
final class CommunicatingAgents implements Controller {
    private final RecurrentNetwork network;
    private final FrozenLayers weights;
    private final Choice gating;
    private final Choice choice;
    private final MessageLog diary = new MessageLog();
    private RecurrentState memory;

    /** How something is taken from its distribution. */
    interface Choice {
        float from(ActionDistribution distribution);
    }

    /**
     * @param gating how a gate is taken, 1 to let the message through
     * @param choice how an action is taken
     */
    CommunicatingAgents(RecurrentNetwork network, FrozenLayers weights, Choice gating, Choice choice) {
        this.network = network;
        this.weights = weights;
        this.gating = gating;
        this.choice = choice;
        this.memory = RecurrentState.none(network.site(), 1);
    }

    MessageLog diary() {
        return diary;
    }

    @Override
    public JointAction act(JointObservation observation) {
        JointShape shape = network.site().shape();
        Tape tape = Tape.acting(weights);
        var unrolled = network.unroll(tape, percepts(observation), memory);
        memory = unrolled.after().get(0);
        AgentValues description = network.description(tape, unrolled.hidden());
        ActionKind kind = shape.kind();
        float[] actions = new float[shape.agents()];
        float[] told = new float[shape.agents() * kind.code()];
        for (int agent = 0; agent < actions.length; agent++) {
            boolean[] legal = Arrays.copyOf(observation.legal(agent), shape.actions());
            ActionDistribution policy = kind.distribution(description.values(), agent, legal, 0);
            actions[agent] = choice.from(policy);
            kind.encodeExpected(policy, told, agent * kind.code());
        }
        diary.add(observation, description.values(), told, gates(network.gates(tape, unrolled.hidden())));
        return kind.joint(actions);
    }

    private SequenceInputs percepts(JointObservation observation) {
        CommunicationTopology site = network.site();
        float[] observations = new float[site.agents() * site.observation()];
        for (int agent = 0; agent < site.agents(); agent++) {
            int at = agent * site.observation();
            float[] local = observation.local(agent);
            System.arraycopy(local, 0, observations, at, local.length);
            site.identify(agent, observations, at);
        }
        JointShape shape = site.shape();
        float[] gates = diary.gateAfter(diary.length(), shape);
        return new SequenceInputs(1, 1, observations, diary.policyAfter(diary.length(), shape), new float[][] {gates});
    }

    private float[] gates(Optional<AgentValues> logits) {
        float[] gates = MessageLog.open(network.site().shape());
        logits.ifPresent(scores -> {
            boolean[] both = {true, true};
            for (int agent = 0; agent < gates.length; agent++) {
                gates[agent] = gating.from(Categorical.of(scores.values(), agent * both.length, both));
            }
        });
        return gates;
    }
}

package io.clearway.algorithm.communication;

import io.clearway.algorithm.policygradient.JointShape;
import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.neural.AgentValues;
import io.clearway.neural.Categorical;
import io.clearway.neural.FrozenLayers;
import io.clearway.neural.Tape;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Agents that act for one episode: each uses its own observation and memory and what its neighbors see and told in the
 * step before. Keeps a diary of what was told.
 */
final class CommunicatingAgents implements Controller {
    private final RecurrentNetwork network;
    private final FrozenLayers weights;
    private final ToIntFunction<Categorical> gating;
    private final ToIntFunction<Categorical> choice;
    private final Diary diary = new Diary();
    private Memory memory;

    /**
     * @param gating how a gate is taken from its distribution, 1 to let the message through
     * @param choice how an action is taken from its distribution
     */
    CommunicatingAgents(
            RecurrentNetwork network,
            FrozenLayers weights,
            ToIntFunction<Categorical> gating,
            ToIntFunction<Categorical> choice) {
        this.network = network;
        this.weights = weights;
        this.gating = gating;
        this.choice = choice;
        this.memory = Memory.none(network.site(), 1);
    }

    Diary diary() {
        return diary;
    }

    @Override
    public JointAction act(JointObservation observation) {
        JointShape shape = network.site().shape();
        Tape tape = Tape.acting(weights);
        var unrolled = network.unroll(tape, percepts(observation), memory);
        memory = unrolled.after().get(0);
        AgentValues logits = network.logits(tape, unrolled.hidden());
        int[] choices = new int[shape.agents()];
        float[] policies = new float[logits.values().length];
        for (int agent = 0; agent < choices.length; agent++) {
            int at = agent * shape.actions();
            Categorical policy = Categorical.of(logits.values(), at, observation.legal(agent));
            choices[agent] = choice.applyAsInt(policy);
            for (int action = 0; action < policy.actions(); action++) {
                policies[at + action] = policy.probability(action);
            }
        }
        diary.add(observation, policies, gates(network.gates(tape, unrolled.hidden())));
        return JointAction.of(choices);
    }

    private Percepts percepts(JointObservation observation) {
        Site site = network.site();
        float[] observations = new float[site.agents() * site.observation()];
        for (int agent = 0; agent < site.agents(); agent++) {
            int at = agent * site.observation();
            float[] local = observation.local(agent);
            System.arraycopy(local, 0, observations, at, local.length);
            site.identify(agent, observations, at);
        }
        JointShape shape = site.shape();
        float[] gates = diary.gateAfter(diary.length(), shape);
        return new Percepts(1, 1, observations, diary.policyAfter(diary.length(), shape), new float[][] {gates});
    }

    private float[] gates(Optional<AgentValues> logits) {
        float[] gates = Diary.open(network.site().shape());
        logits.ifPresent(scores -> {
            boolean[] both = {true, true};
            for (int agent = 0; agent < gates.length; agent++) {
                gates[agent] = gating.applyAsInt(Categorical.of(scores.values(), agent * both.length, both));
            }
        });
        return gates;
    }
}

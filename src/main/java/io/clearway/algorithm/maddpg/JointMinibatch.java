package io.clearway.algorithm.maddpg;

import io.clearway.algorithm.maddpg.JointReplay.Decision;
import io.clearway.neural.AgentTensor;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Joint decisions drawn from the replay, a row each, the same for all agents.
 *
 * @param layout of observations and actions
 * @param decisions the rows
 */
record JointMinibatch(JointLayout layout, List<Decision> decisions) {
    JointMinibatch {
        decisions = List.copyOf(decisions);
    }

    /** Draws decisions, with replacement. */
    static JointMinibatch draw(JointReplay replay, JointLayout layout, int size, RandomGenerator chance) {
        return new JointMinibatch(
                layout,
                Stream.generate(() -> replay.get(chance.nextInt(replay.size())))
                        .limit(size)
                        .toList());
    }

    /** How many rows. */
    int size() {
        return decisions.size();
    }

    /** o_i of every agent, filled up with zeros to the widest: inputs of the actors. */
    AgentTensor observations() {
        return local(Decision::observations);
    }

    /** o_i′ of every agent, likewise. */
    AgentTensor followers() {
        return local(Decision::followers);
    }

    private AgentTensor local(Function<Decision, float[]> joint) {
        AgentTensor local = AgentTensor.zeros(layout.agents(), size(), layout.widestObservation());
        for (int agent = 0; agent < layout.agents(); agent++) {
            for (int row = 0; row < size(); row++) {
                System.arraycopy(
                        joint.apply(decisions.get(row)),
                        layout.observationAt(agent),
                        local.values(),
                        local.at(agent, row),
                        layout.observationSize(agent));
            }
        }
        return local;
    }

    /** (x, a) as it was: the same inputs for every critic. */
    AgentTensor played() {
        AgentTensor inputs = AgentTensor.zeros(layout.agents(), size(), layout.observations() + layout.actions());
        for (int critic = 0; critic < layout.agents(); critic++) {
            for (int row = 0; row < size(); row++) {
                int at = inputs.at(critic, row);
                Decision decision = decisions.get(row);
                System.arraycopy(decision.observations(), 0, inputs.values(), at, layout.observations());
                System.arraycopy(decision.actions(), 0, inputs.values(), at + layout.observations(), layout.actions());
            }
        }
        return inputs;
    }

    /**
     * (x, a) with a_i = tanh(u_i) in the inputs of agent i's critic alone, all others' actions being those played.
     *
     * @param outputs u of every agent at {@link #observations}
     */
    AgentTensor withOwn(AgentTensor outputs) {
        AgentTensor inputs = played();
        for (int agent = 0; agent < layout.agents(); agent++) {
            for (int row = 0; row < size(); row++) {
                squash(outputs, agent, row, inputs, agent);
            }
        }
        return inputs;
    }

    /**
     * (x′, a′) with a_j′ = tanh(u_j) of all agents: the same inputs for every critic.
     *
     * @param outputs u of every agent at {@link #followers}
     */
    AgentTensor following(AgentTensor outputs) {
        AgentTensor inputs = AgentTensor.zeros(layout.agents(), size(), layout.observations() + layout.actions());
        for (int critic = 0; critic < layout.agents(); critic++) {
            for (int row = 0; row < size(); row++) {
                System.arraycopy(
                        decisions.get(row).followers(),
                        0,
                        inputs.values(),
                        inputs.at(critic, row),
                        layout.observations());
                for (int agent = 0; agent < layout.agents(); agent++) {
                    squash(outputs, agent, row, inputs, critic);
                }
            }
        }
        return inputs;
    }

    private void squash(AgentTensor outputs, int agent, int row, AgentTensor inputs, int critic) {
        int at = layout.observations() + layout.actionAt(agent);
        for (int i = 0; i < layout.numbers(agent); i++) {
            inputs.set(critic, row, at + i, (float) Math.tanh(outputs.get(agent, row, i)));
        }
    }
}

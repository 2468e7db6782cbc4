package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.experience.ActionMasks;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.optimizer.Adam;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * The localized models p^ψ_i of all agents (Ma et al. 2024, Methods): from the states of an agent and its neighbors,
 * the agent's mask and its action (and its neighbors', where edges know them) to its next state, reward, termination,
 * the rewards of an end, and the next mask of legal actions. A row is a sample.
 */
public final class LocalDynamics implements JointModel, AutoCloseable {
    /** Outputs between change and legality: reward, termination, the reward of an ending step and of staying then. */
    static final int HEADS = 4;

    /** Places of the heads after the change. */
    static final int REWARD = 0;

    static final int TERMINATION = 1;
    static final int ENDING = 2;
    static final int STAYING = 3;

    private final JointShape shape;
    private final GraphNetwork network;
    private FeatureNormalizer.Frozen scales;

    /** @param network closed with this */
    LocalDynamics(JointShape shape, GraphNetwork network, FeatureNormalizer.Frozen scales) {
        this.shape = shape;
        this.network = network;
        this.scales = scales;
    }

    /** Values that a network for this shape reads per agent: state and mask. */
    static int inputs(JointShape shape) {
        return shape.width() + shape.actions();
    }

    /**
     * Values that a network for this shape gives per agent: change, reward, termination logit, rewards of an ending
     * step and of staying then, legality logits.
     */
    static int outputs(JointShape shape) {
        return shape.width() + HEADS + shape.actions();
    }

    /** Sizes of the arrays. */
    public JointShape shape() {
        return shape;
    }

    /** The units that it thinks in. */
    public FeatureNormalizer.Frozen scales() {
        return scales;
    }

    /** Uses newer scales from now on. */
    public void rescale(FeatureNormalizer.Frozen newer) {
        scales = newer;
    }

    /** The one step that it thinks will follow; nothing is drawn. */
    @Override
    public Prediction predict(AgentTensor states, ActionMasks legal, AgentTensor actions, RandomGenerator chance) {
        AgentTensor raw = raw(states, legal, actions);
        AgentTensor rewards = AgentTensor.zeros(raw.agents(), raw.rows(), 1);
        AgentTensor termination = rewards.zerosLike();
        AgentTensor ending = rewards.zerosLike();
        AgentTensor staying = rewards.zerosLike();
        ActionMasks nextLegal = shape.masks(raw.rows());
        float[] outputs = raw.values();
        for (int agent = 0; agent < raw.agents(); agent++) {
            for (int row = 0; row < raw.rows(); row++) {
                int at = raw.at(agent, row, shape.width());
                rewards.set(agent, row, 0, scales.reward(agent, outputs[at + REWARD]));
                termination.set(agent, row, 0, (float) sigmoid(outputs[at + TERMINATION]));
                ending.set(agent, row, 0, scales.reward(agent, outputs[at + ENDING]));
                staying.set(agent, row, 0, scales.reward(agent, outputs[at + STAYING]));
                int mask = nextLegal.at(agent, row);
                legalize(outputs, at + HEADS, nextLegal.values(), mask, shape.actionsOf(agent));
            }
        }
        return new Prediction(
                advance(states, raw), rewards, new Prediction.End(termination, ending, staying), nextLegal);
    }

    /** An action is legal when its logit is above 0; the likeliest one always is. Without actions nothing is done. */
    static void legalize(float[] logits, int from, boolean[] legal, int to, int actions) {
        int likeliest = 0;
        for (int action = 0; action < actions; action++) {
            legal[to + action] = logits[from + action] > 0;
            likeliest = logits[from + action] > logits[from + likeliest] ? action : likeliest;
        }
        if (actions > 0) {
            legal[to + likeliest] = true;
        }
    }

    static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /** The network's outputs as they come. */
    AgentTensor raw(AgentTensor states, ActionMasks legal, AgentTensor actions) {
        return network.forward(networkInputs(states, legal), actions);
    }

    private AgentTensor networkInputs(AgentTensor states, ActionMasks legal) {
        AgentTensor scaled = scales.standardized(states);
        AgentTensor inputs = AgentTensor.zeros(states.agents(), states.rows(), inputs(shape));
        scaled.copyTo(inputs, 0);
        for (int agent = 0; agent < states.agents(); agent++) {
            for (int row = 0; row < states.rows(); row++) {
                int at = inputs.at(agent, row, shape.width());
                for (int action = 0; action < shape.actions(); action++) {
                    inputs.values()[at + action] = legal.legal(agent, row, action) ? 1 : 0;
                }
            }
        }
        return inputs;
    }

    /** ŝ' = s + σ_Δ ⊙ output, kept within the range seen. */
    AgentTensor advance(AgentTensor states, AgentTensor raw) {
        AgentTensor next = states.zerosLike();
        for (int agent = 0; agent < states.agents(); agent++) {
            for (int row = 0; row < states.rows(); row++) {
                for (int value = 0; value < states.width(); value++) {
                    float free = free(states, raw, agent, row, value);
                    next.set(agent, row, value, scales.withinRange(agent, value, free));
                }
            }
        }
        return next;
    }

    /** One value of ŝ' before it is kept within the range. */
    float free(AgentTensor states, AgentTensor raw, int agent, int row, int value) {
        return states.get(agent, row, value)
                + scales.changeDeviation().get(agent, 0, value) * raw.get(agent, row, value);
    }

    /** Gradients of the parameters for the last {@link #raw}. */
    void backward(AgentTensor outputGradients) {
        network.backward(outputGradients);
    }

    /** The same, and gradients with respect to the states. */
    AgentTensor backwardToStates(AgentTensor outputGradients) {
        AgentTensor inputGradients = network.backwardToInputs(outputGradients);
        AgentTensor gradients = AgentTensor.zeros(inputGradients.agents(), inputGradients.rows(), shape.width());
        for (int agent = 0; agent < gradients.agents(); agent++) {
            for (int row = 0; row < gradients.rows(); row++) {
                for (int value = 0; value < gradients.width(); value++) {
                    float gradient = inputGradients.get(agent, row, value)
                            / scales.stateDeviation().get(agent, 0, value);
                    gradients.set(agent, row, value, gradient);
                }
            }
        }
        return gradients;
    }

    /** One step of the optimizer on the last gradients. */
    void step(Adam adam) {
        network.step(adam);
    }

    /** Writes weights and optimizer memory, exactly. */
    public void writeTo(DataOutput out) throws IOException {
        network.writeTo(out);
    }

    /** Takes over what {@link #writeTo} wrote. */
    public void readFrom(DataInput in) throws IOException {
        network.readFrom(in);
    }

    @Override
    public void close() {
        network.close();
    }
}

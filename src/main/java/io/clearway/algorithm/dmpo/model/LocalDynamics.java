package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.experience.JointShape;
import io.clearway.neural.optimizer.Adam;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * The localized models p^ψ_i of all agents (Ma et al. 2024, Methods): from the states of an agent and its neighbors,
 * the agent's mask and its action to its next state, reward, termination and next mask of legal actions. Arrays are
 * [agents] [batch][values].
 */
public final class LocalDynamics implements JointModel, AutoCloseable {
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

    /** Values that a network for this shape gives per agent: change, reward, termination logit, legality logits. */
    static int outputs(JointShape shape) {
        return shape.width() + 2 + shape.actions();
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
    public Prediction predict(float[] states, boolean[] legal, float[] actions, int batch, RandomGenerator chance) {
        float[] raw = raw(states, legal, actions, batch);
        int rows = shape.agents() * batch;
        float[] rewards = new float[rows];
        float[] termination = new float[rows];
        boolean[] nextLegal = new boolean[rows * shape.actions()];
        for (int row = 0; row < rows; row++) {
            int agent = row / batch;
            int at = row * outputs(shape) + shape.width();
            rewards[row] = scales.rewardMean()[agent] + scales.rewardDeviation()[agent] * raw[at];
            termination[row] = (float) sigmoid(raw[at + 1]);
            legalize(raw, at + 2, nextLegal, row * shape.actions(), shape.actionsOf(agent));
        }
        return new Prediction(advance(states, raw, batch), rewards, termination, nextLegal);
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
    float[] raw(float[] states, boolean[] legal, float[] actions, int batch) {
        return network.forward(networkInputs(states, legal, batch), actions, batch);
    }

    private float[] networkInputs(float[] states, boolean[] legal, int batch) {
        int width = shape.width();
        int rows = shape.agents() * batch;
        float[] inputs = new float[rows * inputs(shape)];
        for (int row = 0; row < rows; row++) {
            int to = row * inputs(shape);
            int feature = row / batch * width;
            for (int i = 0; i < width; i++) {
                inputs[to + i] = (states[row * width + i] - scales.stateMean()[feature + i])
                        / scales.stateDeviation()[feature + i];
            }
            for (int action = 0; action < shape.actions(); action++) {
                inputs[to + width + action] = legal[row * shape.actions() + action] ? 1 : 0;
            }
        }
        return inputs;
    }

    /** ŝ' = s + σ_Δ ⊙ output, kept within the range seen. */
    float[] advance(float[] states, float[] raw, int batch) {
        float[] next = new float[states.length];
        for (int i = 0; i < next.length; i++) {
            int feature = shape.feature(i, batch);
            next[i] = Math.max(
                    scales.lowest()[feature], Math.min(scales.highest()[feature], free(states, raw, i, batch)));
        }
        return next;
    }

    /** One value of ŝ' before it is kept within the range. */
    float free(float[] states, float[] raw, int i, int batch) {
        int width = shape.width();
        return states[i]
                + scales.changeDeviation()[shape.feature(i, batch)] * raw[i / width * outputs(shape) + i % width];
    }

    /**
     * Gradients for the last {@link #raw}.
     *
     * @return gradients with respect to the states, empty when not wanted
     */
    float[] backward(float[] outputGradients, boolean stateGradientsWanted, int batch) {
        float[] inputGradients = network.backward(outputGradients, stateGradientsWanted);
        if (!stateGradientsWanted) {
            return inputGradients;
        }
        int width = shape.width();
        float[] gradients = new float[shape.agents() * batch * width];
        for (int i = 0; i < gradients.length; i++) {
            gradients[i] = inputGradients[i / width * inputs(shape) + i % width]
                    / scales.stateDeviation()[shape.feature(i, batch)];
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

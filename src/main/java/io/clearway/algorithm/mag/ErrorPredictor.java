package io.clearway.algorithm.mag;

import io.clearway.algorithm.dmpo.model.FeatureNormalizer;
import io.clearway.algorithm.dmpo.model.Prediction;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.NeighborhoodInputs;
import io.clearway.algorithm.policygradient.AgentFunctions;
import io.clearway.neural.optimizer.Adam;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.stream.IntStream;

/**
 * The model-reward predictor −R̂_m (Wu et al. 2023, Approximating R_m), agent by agent: from the states of an agent and
 * its neighbors, its action, its next state and reward to how far its local model is off there. The sum over agents is
 * the paper's. Learned with the smooth L1 loss of the authors' code. Arrays are [agents][batch][values].
 */
final class ErrorPredictor implements PredictedErrors, AutoCloseable {
    private final JointShape shape;
    private final NeighborhoodInputs neighborhoods;
    private final AgentFunctions functions;
    private FeatureNormalizer.Frozen scales;

    /** @param functions from {@link #inputs} values to one; closed with this */
    ErrorPredictor(
            JointShape shape,
            NeighborhoodInputs neighborhoods,
            AgentFunctions functions,
            FeatureNormalizer.Frozen scales) {
        this.shape = shape;
        this.neighborhoods = neighborhoods;
        this.functions = functions;
        this.scales = scales;
    }

    /** Values that an agent's function reads: states around, own change, action, reward. */
    static int inputs(JointShape shape, NeighborhoodInputs neighborhoods) {
        return neighborhoods.size() + shape.width() + shape.kind().code() + 1;
    }

    /** Uses newer scales from now on. */
    void rescale(FeatureNormalizer.Frozen newer) {
        scales = newer;
    }

    @Override
    public float[] of(float[] states, float[] actions, Prediction next) {
        int batch = actions.length / shape.agents();
        return functions.forward(read(states, actions, next, batch), batch);
    }

    /**
     * One step of the optimizer on real steps.
     *
     * @param next what really followed
     * @param errors the models' errors there [agents][batch]
     * @return the loss before it, mean over agents and samples
     */
    double learn(float[] states, float[] actions, Prediction next, float[] errors, Adam adam) {
        float[] outputs = of(states, actions, next);
        float[] gradients = new float[outputs.length];
        int batch = outputs.length / shape.agents();
        double loss = smoothL1(outputs, errors, gradients);
        for (int row = 0; row < gradients.length; row++) {
            gradients[row] /= batch;
        }
        functions.learn(gradients, adam);
        return loss / outputs.length;
    }

    /** Σ of ½ d² where |d| < 1, else |d| − ½, for d = output − target; fills the gradients. */
    static double smoothL1(float[] outputs, float[] targets, float[] gradients) {
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            double difference = outputs[i] - targets[i];
            double distance = Math.abs(difference);
            sum += distance < 1 ? 0.5 * difference * difference : distance - 0.5;
            gradients[i] = (float) Math.max(-1, Math.min(1, difference));
        }
        return sum;
    }

    private float[] read(float[] states, float[] actions, Prediction next, int batch) {
        int width = shape.width();
        float[] scaled = new float[states.length];
        for (int i = 0; i < states.length; i++) {
            int feature = shape.feature(i, batch);
            scaled[i] = (states[i] - scales.stateMean()[feature]) / scales.stateDeviation()[feature];
        }
        int[] samples = IntStream.range(0, batch).toArray();
        float[] around = neighborhoods.gather(scaled, batch, samples);
        int size = inputs(shape, neighborhoods);
        float[] inputs = new float[actions.length * size];
        for (int row = 0; row < actions.length; row++) {
            int agent = row / batch;
            int at = row * size;
            System.arraycopy(around, row * neighborhoods.size(), inputs, at, neighborhoods.size());
            at += neighborhoods.size();
            for (int i = 0; i < width; i++) {
                float change = next.states()[row * width + i] - states[row * width + i];
                inputs[at + i] = change / scales.changeDeviation()[agent * width + i];
            }
            shape.kind().encode(actions[row], inputs, at + width);
            inputs[(row + 1) * size - 1] =
                    (next.rewards()[row] - scales.rewardMean()[agent]) / scales.rewardDeviation()[agent];
        }
        return inputs;
    }

    void writeTo(DataOutput out) throws IOException {
        functions.writeTo(out);
    }

    void readFrom(DataInput in) throws IOException {
        functions.readFrom(in);
    }

    @Override
    public void close() {
        functions.close();
    }
}

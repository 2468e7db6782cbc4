package io.clearway.algorithm.mag;

import io.clearway.algorithm.dmpo.model.FeatureNormalizer;
import io.clearway.algorithm.dmpo.model.Prediction;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.NeighborhoodInputs;
import io.clearway.algorithm.policygradient.AgentFunctions;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.optimizer.Adam;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.stream.IntStream;

/**
 * The model-reward predictor −R̂_m (Wu et al. 2023, Approximating R_m), agent by agent: from the states of an agent and
 * its neighbors, its action, its next state and reward to how far its local model is off there. The sum over agents is
 * the paper's. Learned with the smooth L1 loss of the authors' code. A row is a sample.
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
    public AgentTensor of(AgentTensor states, AgentTensor actions, Prediction next) {
        return functions.forward(read(states, actions, next));
    }

    /**
     * One step of the optimizer on real steps.
     *
     * @param next what really followed
     * @param errors the models' errors there
     * @return the loss before it, mean over agents and samples
     */
    double learn(AgentTensor states, AgentTensor actions, Prediction next, AgentTensor errors, Adam adam) {
        AgentTensor outputs = of(states, actions, next);
        AgentTensor gradients = outputs.zerosLike();
        double loss = smoothL1(outputs, errors, gradients);
        functions.learn(gradients.map(gradient -> gradient / outputs.rows()), adam);
        return loss / outputs.values().length;
    }

    /** Σ of ½ d² where |d| < 1, else |d| − ½, for d = output − target; fills the gradients. */
    static double smoothL1(AgentTensor outputs, AgentTensor targets, AgentTensor gradients) {
        double sum = 0;
        for (int i = 0; i < outputs.values().length; i++) {
            double difference = outputs.values()[i] - targets.values()[i];
            double distance = Math.abs(difference);
            sum += distance < 1 ? 0.5 * difference * difference : distance - 0.5;
            gradients.values()[i] = (float) Math.max(-1, Math.min(1, difference));
        }
        return sum;
    }

    private AgentTensor read(AgentTensor states, AgentTensor actions, Prediction next) {
        int[] samples = IntStream.range(0, states.rows()).toArray();
        int own = inputs(shape, neighborhoods) - neighborhoods.size();
        AgentTensor inputs = neighborhoods.gather(scales.standardized(states), samples, own);
        for (int agent = 0; agent < inputs.agents(); agent++) {
            float mean = scales.rewardMean().get(agent, 0, 0);
            float deviation = scales.rewardDeviation().get(agent, 0, 0);
            for (int row = 0; row < inputs.rows(); row++) {
                int at = inputs.at(agent, row, neighborhoods.size());
                for (int i = 0; i < shape.width(); i++) {
                    float change = next.states().get(agent, row, i) - states.get(agent, row, i);
                    inputs.values()[at + i] = change / scales.changeDeviation().get(agent, 0, i);
                }
                shape.kind().encode(actions.values(), actions.at(agent, row), inputs.values(), at + shape.width());
                float reward = (next.rewards().get(agent, row, 0) - mean) / deviation;
                inputs.set(agent, row, inputs.width() - 1, reward);
            }
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

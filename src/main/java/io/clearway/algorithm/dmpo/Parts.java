package io.clearway.algorithm.dmpo;

import io.clearway.algorithm.LearnerState;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.policygradient.AgentFunctions;
import io.clearway.algorithm.policygradient.BehaviorCloning;
import io.clearway.algorithm.policygradient.ClippedSurrogate;
import io.clearway.algorithm.policygradient.DecentralizedPolicy;
import io.clearway.algorithm.policygradient.ExtendedValue;
import io.clearway.algorithm.policygradient.JointShape;
import io.clearway.algorithm.policygradient.NeighborhoodInputs;
import io.clearway.algorithm.policygradient.PolicyOptimization;
import io.clearway.algorithm.policygradient.PolicyOptimization.Terms;
import io.clearway.algorithm.policygradient.Sharing;
import io.clearway.network.Seeds;
import io.clearway.neural.Activation;
import io.clearway.neural.Adam;
import io.clearway.neural.ComputePool;
import io.clearway.neural.PerceptronShape;
import java.util.ArrayList;
import java.util.List;

/** Makes the parts of the algorithm for a task, as lines 1–3 of Algorithm 2 initialize them. */
record Parts(Task task, DmpoSettings settings, Seeds seeds, ComputePool pool) {
    JointShape shape() {
        return JointShape.of(task);
    }

    /** How the learner's state is saved. */
    LearnerState format() {
        return new LearnerState("dmpo-1", task.agents());
    }

    DecentralizedPolicy policy() {
        NeighborhoodInputs inputs = neighborhoods(settings.policyRadius());
        AgentFunctions logits = functions(inputs, shape().actions(), "policy", 0.01);
        return new DecentralizedPolicy(shape(), inputs, logits);
    }

    ExtendedValue value() {
        NeighborhoodInputs inputs = neighborhoods(settings.valueRadius());
        return new ExtendedValue(shape(), inputs, functions(inputs, 1, "value", 1));
    }

    LocalDynamics dynamics(DynamicsScales scales) {
        var sizes = new GraphNetwork.Sizes(
                LocalDynamics.inputs(shape()),
                shape().actions(),
                LocalDynamics.outputs(shape()),
                settings.nodeEmbedding(),
                settings.edgeEmbedding(),
                settings.modelHidden());
        var network = new GraphNetwork(task.graph(), sizes, seeds.of("dynamics weights", 0), pool);
        return new LocalDynamics(shape(), network, scales.frozen());
    }

    DynamicsTraining training(LocalDynamics dynamics) {
        return new DynamicsTraining(
                dynamics,
                new DynamicsLoss(settings.rewardWeight()),
                settings.modelBatch(),
                settings.modelWindow(),
                Adam.of(settings.modelRate()).clippedTo(settings.gradientNorm()));
    }

    PolicyOptimization optimization(DecentralizedPolicy policy, ExtendedValue value) {
        Terms terms = new Terms(
                settings.discount(),
                settings.lambda(),
                new ClippedSurrogate(settings.clip(), settings.entropyWeight()),
                settings.targetDivergence(),
                settings.epochs(),
                settings.minibatch(),
                adam(settings.policyRate()),
                adam(settings.valueRate()));
        return new PolicyOptimization(terms, policy, value, neighborhoods(settings.valueRadius()));
    }

    BehaviorCloning cloning(DecentralizedPolicy policy) {
        return new BehaviorCloning(policy, adam(settings.cloningRate()), settings.minibatch());
    }

    private Adam adam(double rate) {
        return Adam.of(rate).clippedTo(settings.gradientNorm());
    }

    private NeighborhoodInputs neighborhoods(int radius) {
        return new NeighborhoodInputs(task.graph(), shape(), radius, sharing() != Sharing.NONE);
    }

    private AgentFunctions functions(NeighborhoodInputs inputs, int outputs, String purpose, double outputScale) {
        List<Integer> layers = new ArrayList<>(List.of(inputs.size()));
        layers.addAll(settings.hidden());
        layers.add(outputs);
        var perceptron = new PerceptronShape(layers, Activation.RELU);
        return new AgentFunctions(shape(), sharing(), perceptron, seeds.of(purpose + " weights", 0), outputScale, pool);
    }

    private Sharing sharing() {
        return Sharing.named(settings.sharing());
    }
}

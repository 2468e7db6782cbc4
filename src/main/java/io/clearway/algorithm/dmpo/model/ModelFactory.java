package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.Task;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.network.AgentGraph;
import io.clearway.network.Seeds;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.optimizer.Adam;

/** Makes the model's parts for a task, as line 3 of Algorithm 2 initializes them. */
public record ModelFactory(Task task, ModelTerms settings, Seeds seeds, ComputePool pool) {
    /** Untrained local models; each number gives other first weights. */
    public LocalDynamics dynamics(FeatureNormalizer scales, int number) {
        ModelSettings.Networks networks = settings.model().networks();
        JointShape shape = JointShape.of(task);
        var sizes = new GraphNetwork.Sizes(
                LocalDynamics.inputs(shape), shape.kind(), LocalDynamics.outputs(shape), networks);
        var network = new GraphNetwork(graph(), sizes, seeds.of("dynamics weights", number), pool);
        return new LocalDynamics(shape, network, scales.frozen());
    }

    /** Whom the models hear, as links. */
    public AgentGraph graph() {
        ModelSettings.Networks networks = settings.model().networks();
        int divisor = settings.actorCritic().radii().nonAdjacentDivisor();
        return networks.modelGraph().of(task.graph(), networks.modelRadius(), divisor);
    }

    /** The training of the models. */
    public DynamicsTraining training(LocalDynamics dynamics) {
        ModelSettings.Training training = settings.model().training();
        return new DynamicsTraining(
                dynamics,
                new DynamicsLoss(training.rewardWeight()),
                training.modelBatch(),
                training.modelWindow(),
                Adam.of(training.modelRate())
                        .clippedTo(settings.actorCritic().optimization().gradientNorm()));
    }
}

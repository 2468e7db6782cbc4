package io.clearway.algorithm.mag;

import io.clearway.algorithm.dmpo.model.FeatureNormalizer;
import io.clearway.algorithm.dmpo.model.ModelFactory;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.NeighborhoodInputs;
import io.clearway.algorithm.experience.ParameterSharing;
import io.clearway.algorithm.policygradient.AgentFunctions;
import io.clearway.network.AgentGraph;
import io.clearway.neural.PerceptronShape;
import io.clearway.neural.compute.Activation;
import io.clearway.neural.optimizer.Adam;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the parts of a planned model for a task. */
record MagModelFactory(ModelFactory models, PlanningSettings planning) {
    /** Gain of the predictor's last layer at the beginning. */
    private static final double OUTPUT_SCALE = 0.1;

    JointShape shape() {
        return JointShape.of(models.task());
    }

    /** γ of the values. */
    double discount() {
        return models.settings().actorCritic().estimation().discount();
    }

    /** The error predictor reads what the local models read; it shares weights as policies and values do. */
    ErrorPredictor errors(FeatureNormalizer scales) {
        ParameterSharing sharing = models.settings().actorCritic().networks().sharing();
        var around = new NeighborhoodInputs(models.graph(), shape(), 1, sharing != ParameterSharing.NONE);
        List<Integer> layers = new ArrayList<>(List.of(ErrorPredictor.inputs(shape(), around)));
        layers.addAll(planning.errorHidden());
        layers.add(1);
        var functions = new AgentFunctions(
                shape(),
                sharing,
                new PerceptronShape(layers, Activation.RELU),
                models.seeds().of("error weights", 0),
                OUTPUT_SCALE,
                models.pool());
        return new ErrorPredictor(shape(), around, functions, scales.frozen());
    }

    Adam errorAdam() {
        return Adam.of(planning.errorRate())
                .clippedTo(models.settings().actorCritic().optimization().gradientNorm());
    }

    ModelPlanner.Reach reach() {
        AgentGraph graph = models.task().graph();
        List<Integer> all = IntStream.range(0, graph.size()).boxed().toList();
        List<List<Integer>> counted = IntStream.range(0, graph.size())
                .mapToObj(agent -> planning.choiceRadius() == NeighborhoodInputs.ALL_AGENTS
                        ? all
                        : graph.neighborhood(agent, planning.choiceRadius()).members())
                .toList();
        return new ModelPlanner.Reach(planning.candidates(), planning.planLength(), counted);
    }
}

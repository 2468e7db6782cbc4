package io.clearway.algorithm.mag;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.algorithm.Task;
import io.clearway.algorithm.dmpo.DmpoSettings;
import io.clearway.algorithm.dmpo.model.FeatureNormalizer;
import io.clearway.algorithm.dmpo.model.ModelFactory;
import io.clearway.algorithm.dmpo.model.Prediction;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.network.ActionSpace;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentGraph.Link;
import io.clearway.network.AgentSpec;
import io.clearway.network.Seeds;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.compute.ComputePool;
import io.clearway.setting.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The error predictor hears whom the models hear: three vehicles in a row. */
class ErrorPredictorRadiusTest {
    private static final Task ROW = new Task(
            new AgentGraph(List.of("a", "b", "c"), List.of(new Link("a", "b"), new Link("b", "c"))),
            List.of(vehicle("a"), vehicle("b"), vehicle("c")),
            10);
    private static final JointShape SHAPE = JointShape.of(ROW);

    private static AgentSpec vehicle(String name) {
        return new AgentSpec(name, 1, ActionSpace.Box.of(-1, 1));
    }

    @ParameterizedTest
    @CsvSource({"adjacent, 1, true, false", "adjacent, 2, true, true", "independent, 2, false, false"})
    void itIsAsFarAsTheModels(String graph, int radius, boolean hearsSecond, boolean hearsThird) {
        DmpoSettings settings = new Settings(Map.of("modelGraph", graph, "modelRadius", radius, "sharing", "none"))
                .over(DmpoSettings.DEFAULTS);
        try (ComputePool pool = new ComputePool(1);
                ErrorPredictor errors = new MagModelFactory(
                                new ModelFactory(ROW, settings, new Seeds(3), pool), PlanningSettings.DEFAULTS)
                        .errors(new FeatureNormalizer(SHAPE))) {
            float usual = ofFirst(errors, 0, 0);
            assertThat(ofFirst(errors, 1, 0) != usual).isEqualTo(hearsSecond);
            assertThat(ofFirst(errors, 0, 1) != usual).isEqualTo(hearsThird);
        }
    }

    private static float ofFirst(ErrorPredictor errors, float second, float third) {
        AgentTensor states = AgentTensor.of(3, 1, 1, 0.5f, second, third);
        AgentTensor none = AgentTensor.zeros(3, 1, 1);
        var next = new Prediction(states, none, new Prediction.End(none, none, none), SHAPE.masks(1));
        return errors.of(states, none, next).get(0, 0, 0);
    }
}

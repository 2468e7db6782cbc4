package io.clearway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.CheckpointFile;
import io.clearway.network.Controller;
import io.clearway.network.JointObservation;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.SumoCatalog;
import io.clearway.training.TrainedPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every policy that comes with Clearway: it still fits, and is better than what its evidence compares it with. */
@ParameterizedClass
@MethodSource("names")
class ShippedPoliciesTest {
    private static final int SOME_DECISIONS = 5;
    private static final int MOST_BYTES = 1 << 20;

    private final String name;
    private final Checkpoint checkpoint;
    private final JsonNode evidence;

    ShippedPoliciesTest(String name) {
        this.name = name;
        this.checkpoint = ShippedPolicies.find(name).orElseThrow();
        this.evidence = new JsonMapper().readTree(ShippedPolicies.evidence(name));
    }

    static List<String> names() {
        return ShippedPolicies.names();
    }

    @Test
    void itActsOnItsScenario() {
        Scenario scenario = SumoCatalog.scenario(checkpoint.origin().scenario());
        TrainedPolicy policy = TrainedPolicy.of(
                checkpoint,
                scenario,
                SumoCatalog.open().algorithm(checkpoint.origin().algorithm()));
        try (MeasuredEnvironment environment = scenario.open(policy.scenarioSettings(), SamplingMode.DECISIONS)) {
            Controller controller = policy.controllers().fresh(1);
            JointObservation seen = environment.reset(1);
            for (int decision = 0; decision < SOME_DECISIONS; decision++) {
                seen = environment.step(controller.act(seen)).observation();
            }
            assertThat(seen.agents()).isEqualTo(environment.agents().size());
        }
    }

    @Test
    void itIsWhatItsEvidenceSays() {
        JsonNode recipe = evidence.path("recipe");
        assertThat(checkpoint.origin().scenario())
                .isEqualTo(recipe.path("scenario").asString());
        assertThat(checkpoint.origin().algorithm())
                .isEqualTo(recipe.path("algorithm").asString());
        assertThat(checkpoint.origin().seed()).isEqualTo(recipe.path("seed").asLong());
        assertThat(checkpoint.rule()).isEmpty();
        assertThat(checkpoint.progress().decisions())
                .isLessThanOrEqualTo(recipe.path("decisions").asInt());
        assertThat(ShippedPolicies.of(checkpoint.origin().scenario())).contains(name);
    }

    @Test
    void itIsWorthShipping() {
        assertThat(CheckpointFile.toBytes(checkpoint)).hasSizeLessThan(MOST_BYTES);
        assertThat(evidence.path("differences").propertyNames())
                .containsAll(SumoCatalog.open()
                        .scenario(checkpoint.origin().scenario())
                        .baselines());
        evidence.path("differences").properties().forEach(rule -> {
            JsonNode time = rule.getValue().path("timeInSystemVehicleHours");
            JsonNode score = rule.getValue().path("paperReward");
            double best = time.isMissingNode()
                    ? score.path("mean").asDouble()
                    : -time.path("mean").asDouble();
            double halfWidth =
                    (time.isMissingNode() ? score : time).path("halfWidth").asDouble();
            assertThat(best)
                    .as("%s is better than %s, with the interval clear of 0", name, rule.getKey())
                    .isGreaterThan(halfWidth);
        });
    }
}

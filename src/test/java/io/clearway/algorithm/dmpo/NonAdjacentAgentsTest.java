package io.clearway.algorithm.dmpo;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Task;
import io.clearway.metric.Metric;
import io.clearway.network.ActionSpace;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentGraph.Link;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import io.clearway.setting.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whom the agents of {@code mpo-na} listen to: four vehicles in a row, the first of which takes the third for its
 * neighbor.
 */
class NonAdjacentAgentsTest {
    private static final int STEPS = 40;
    private static final Task ROW = new Task(
            new AgentGraph(
                    List.of("a", "b", "c", "d"), List.of(new Link("a", "b"), new Link("b", "c"), new Link("c", "d"))),
            List.of(vehicle("a"), vehicle("b"), vehicle("c"), vehicle("d")),
            STEPS);
    private static final Map<String, Object> DEAF = Map.ofEntries(
            Map.entry("warmStart", ""),
            Map.entry("sharing", "none"),
            Map.entry("hidden", List.of(8)),
            Map.entry("policyRadius", 0),
            Map.entry("valueRadius", 0),
            Map.entry("advantageRadius", 0),
            Map.entry("absorbing", false),
            Map.entry("targetDivergence", 100),
            Map.entry("innerSteps", 1),
            Map.entry("gradientNorm", 1e9),
            Map.entry("modelProbability", 0),
            Map.entry("modelErrorThreshold", -1),
            Map.entry("trustRadius", 0),
            Map.entry("rollouts", 16),
            Map.entry("modelHidden", List.of(8)),
            Map.entry("nodeEmbedding", 4),
            Map.entry("modelBatch", 8),
            Map.entry("modelWarmUpUpdates", 0));

    private static AgentSpec vehicle(String name) {
        return new AgentSpec(name, 1, ActionSpace.Box.of(-1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"policyRadius", "valueRadius", "advantageRadius"})
    void eachRadiusReachesTheAgentApartAndNotTheNeighbor(String radius) {
        Map<String, Object> settings = new HashMap<>(DEAF);
        settings.put(radius, 1);
        firstVehicleHearsTheThirdOnly(settings);
    }

    @Test
    void soDoesTheModel() {
        Map<String, Object> settings = new HashMap<>(DEAF);
        settings.put("modelProbability", 1);
        settings.put("modelRate", 0.03);
        settings.put("modelWarmUpUpdates", 40);
        firstVehicleHearsTheThirdOnly(settings);
    }

    @Test
    void withoutAnyOfThemNobodyIsHeard() {
        Map<String, Object> settings = new HashMap<>(DEAF);
        settings.put("modelGraph", "independent");
        settings.put("modelProbability", 1);
        settings.put("modelRate", 0.03);
        settings.put("modelWarmUpUpdates", 40);
        assertThat(learned(settings, 2)).isEqualTo(learned(settings, -1));
    }

    @Test
    void boundsForNeighborsAreNotReported() {
        try (Learner learner = Dmpo.nonAdjacent().start(ROW, new Settings(DEAF), new Seeds(1))) {
            assertThat(learner.learn(List.of(drive(2, -1), drive(4, -1))))
                    .containsKeys(Metric.COMMUNICATION_BYTES, Metric.COMMUNICATION_RATIO)
                    .doesNotContainKeys(Metric.VALUE_TRUNCATION_BOUND, Metric.MODEL_ERROR_FACTOR);
        }
    }

    private static void firstVehicleHearsTheThirdOnly(Map<String, Object> settings) {
        double usual = learned(settings, -1);
        assertThat(learned(settings, 1)).isEqualTo(usual);
        assertThat(learned(settings, 3)).isEqualTo(usual);
        assertThat(learned(settings, 2)).isNotEqualTo(usual);
    }

    /**
     * What the first vehicle does in one situation once it has learned from a drive in which one saw something else.
     */
    private static double learned(Map<String, Object> settings, int changed) {
        try (Learner learner = Dmpo.nonAdjacent().start(ROW, new Settings(settings), new Seeds(1))) {
            learner.learn(List.of(drive(2, changed), drive(4, changed)));
            return learner.policy()
                    .fresh(1)
                    .act(seen(new SplittableRandom(3), changed))
                    .value(0);
        }
    }

    private static Trajectory drive(long seed, int changed) {
        var chance = new SplittableRandom(seed);
        List<JointObservation> observations = new ArrayList<>(List.of(seen(chance, changed)));
        List<JointAction> actions = new ArrayList<>();
        List<JointReward> rewards = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            actions.add(JointAction.ofValues(chance.doubles(4, -1, 1).toArray()));
            rewards.add(JointReward.of(chance.doubles(4).toArray()));
            observations.add(seen(chance, changed));
        }
        return new Trajectory(observations, actions, rewards, false);
    }

    private static JointObservation seen(SplittableRandom chance, int changed) {
        float[][] local = new float[4][1];
        for (int agent = 0; agent < local.length; agent++) {
            double value = chance.nextDouble(-1, 1);
            local[agent][0] = (float) (agent == changed ? value * value : value);
        }
        return JointObservation.of(local, new boolean[4][0]);
    }
}

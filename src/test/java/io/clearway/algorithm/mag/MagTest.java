package io.clearway.algorithm.mag;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.algorithm.AlgorithmContractTest;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Play;
import io.clearway.algorithm.TwoJunctions;
import io.clearway.metric.Metric;
import io.clearway.network.Seeds;
import io.clearway.setting.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MagTest extends AlgorithmContractTest {
    static final Settings QUICK = new Settings(Map.ofEntries(
            Map.entry("hidden", List.of(16)),
            Map.entry("warmStartEpisodes", 2),
            Map.entry("cloningEpochs", 2),
            Map.entry("valueWarmUpEpochs", 2),
            Map.entry("modelWarmUpUpdates", 50),
            Map.entry("modelUpdates", 10),
            Map.entry("modelErrorThreshold", 100),
            Map.entry("modelProbability", 0.5),
            Map.entry("modelBatch", 32),
            Map.entry("modelMembers", 2),
            Map.entry("candidates", 2),
            Map.entry("planLength", 2),
            Map.entry("rollouts", 16),
            Map.entry("rolloutLength", 5),
            Map.entry("minibatch", 32)));
    private static final Settings THOROUGH = new Settings(Map.ofEntries(
            Map.entry("hidden", List.of(32, 32)),
            Map.entry("sharing", "none"),
            Map.entry("execution", "greedy"),
            Map.entry("warmStart", ""),
            Map.entry("episodesPerRound", 20),
            Map.entry("discount", 0.9),
            Map.entry("lambda", 0.95),
            Map.entry("policyRate", 1e-3),
            Map.entry("entropyWeight", 0.2),
            Map.entry("targetDivergence", 0.05),
            Map.entry("epochs", 4),
            Map.entry("innerSteps", 2),
            Map.entry("modelProbability", 0.5),
            Map.entry("modelRate", 1e-3),
            Map.entry("modelUpdates", 20),
            Map.entry("modelMembers", 2),
            Map.entry("candidates", 3),
            Map.entry("planLength", 2),
            Map.entry("branchEpisodes", 20),
            Map.entry("rollouts", 64),
            Map.entry("rolloutLength", 20)));

    MagTest() {
        super(new Mag(), QUICK, THOROUGH, 40);
    }

    @Test
    void everyRoundReportsWhatTheTheoremSaysOfIt() {
        Settings settings = QUICK.changedBy(Map.of("warmStart", "", "trustRadius", 0, "discount", 0.9));
        try (Learner learner = new Mag().start(TwoJunctions.task(), settings, new Seeds(4))) {
            for (int round = 0; round < 2; round++) {
                Map<Metric, Double> measured = learner.learn(Play.round(new TwoJunctions(), learner, 100 + round));
                double shift = requireNonNull(measured.get(Metric.JOINT_POLICY_SHIFT));
                assertThat(shift).isBetween(1e-6, 1.0);
                // with the errors of the model, which is not perfect
                assertThat(measured.get(Metric.RETURN_GAP_BOUND)).isFinite().isGreaterThan(200 * shift);
            }
        }
    }
}

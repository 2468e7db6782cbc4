package io.clearway.algorithm.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.algorithm.AlgorithmContractTest;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Play;
import io.clearway.algorithm.SmallGame;
import io.clearway.algorithm.Task;
import io.clearway.metric.Metric;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import io.clearway.setting.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DppoTest extends AlgorithmContractTest {
    private static final Settings ROWS =
            new Settings(Map.of("rowPerAction", true, "hidden", List.of(8), "warmStart", "", "warmStartEpisodes", 0));

    private final Ppo dppo = Ppo.decentralized();

    DppoTest() {
        super(Ppo.decentralized(), PpoTerms.QUICK, PpoTerms.THOROUGH, 30);
    }

    @Test
    void aPolicyAloneActsAsItsLearnerAndIsSmallerButNobodyContinuesFromIt() {
        SmallGame game = SmallGame.twoJunctions();
        byte[] whole;
        try (Learner learner = dppo.start(game.task(), PpoTerms.QUICK, new Seeds(3))) {
            learner.learn(Play.round(game.open(), learner, 10));
            whole = learner.save();
        }
        byte[] alone = dppo.policyState(game.task(), PpoTerms.QUICK, whole);
        assertThat(alone.length).isLessThan(whole.length / 2);
        assertThat(dppo.policyState(game.task(), PpoTerms.QUICK, alone)).isEqualTo(alone);

        var learned = dppo.policy(game.task(), PpoTerms.QUICK, whole);
        var shipped = dppo.policy(game.task(), PpoTerms.QUICK, alone);
        assertThat(Play.episodes(game.open(), shipped, 5, 2))
                .extracting(Trajectory::actions)
                .isEqualTo(Play.episodes(game.open(), learned, 5, 2).stream()
                        .map(Trajectory::actions)
                        .toList());
        assertThatThrownBy(() -> dppo.resume(game.task(), PpoTerms.QUICK, new Seeds(3), alone))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a policy without its learner: it ends too early; continue from a checkpoint");
    }

    @Test
    void aPolicyOfRowsActsOnOtherNetworksAndCanBeTheBeginningThere() {
        Task small = task("a");
        Task large = task("a", "b", "c");
        JointObservation seen = JointObservation.of(
                new float[][] {{0, 1, 2, 1}, {2, 1, 0, 1}, {1, 1, 1, 0}},
                new boolean[][] {{true, true}, {true, true}, {false, true}});
        try (Learner teacher = dppo.start(small, ROWS, new Seeds(1));
                Learner beginner = dppo.start(large, ROWS, new Seeds(2))) {
            beginner.startFrom(dppo.policyState(small, ROWS, teacher.save()));
            assertThat(beginner.policy().fresh(1).act(seen)).isEqualTo(JointAction.of(1, 0, 1));
            assertThat(dppo.policy(large, ROWS, teacher.save()).fresh(1).act(seen))
                    .isEqualTo(JointAction.of(1, 0, 1));
        }
        assertThat(dppo.fitsAnyNetwork(ROWS)).isTrue();
        assertThat(dppo.fitsAnyNetwork(Settings.none())).isFalse();
        try (Learner other = dppo.start(small, Settings.none(), new Seeds(1))) {
            byte[] state = other.save();
            assertThatThrownBy(() -> other.startFrom(state)).hasMessageContaining("rowPerAction=true");
        }
    }

    @Test
    void stepsOfPoliciesBecomeShorterFromRoundToRound() {
        List<Double> equal = movedBy(1);
        List<Double> decaying = movedBy(1e-3);
        assertThat(decaying.get(0)).isEqualTo(equal.get(0)).isPositive();
        assertThat(decaying.get(1)).isLessThan(1e-3 * equal.get(1));
    }

    @Test
    void stepsDoNotVanishHoweverManyRoundsThereAre() {
        assertThat(movedBy(1e-300).get(1)).isFinite().isPositive();
    }

    /** KL divergence (nat) by which the first and the second round moved the policies. */
    private List<Double> movedBy(double decay) {
        SmallGame game = SmallGame.twoJunctions();
        Settings settings = PpoTerms.THOROUGH.changedBy(Map.of("policyRateDecay", decay));
        List<Double> moved = new ArrayList<>();
        try (Learner learner = dppo.start(game.task(), settings, new Seeds(4))) {
            for (int round = 0; round < 2; round++) {
                moved.add(learner.learn(Play.round(game.open(), learner, 100L * round))
                        .getOrDefault(Metric.POLICY_KL, Double.NaN));
            }
        }
        return moved;
    }

    /** Two actions with two features each. */
    private static Task task(String... agents) {
        List<AgentSpec> specs =
                Stream.of(agents).map(agent -> new AgentSpec(agent, 4, 2)).toList();
        return new Task(new AgentGraph(List.of(agents), List.of()), specs, 10);
    }
}

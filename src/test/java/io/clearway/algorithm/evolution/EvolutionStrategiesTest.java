package io.clearway.algorithm.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.algorithm.AlgorithmContractTest;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Play;
import io.clearway.algorithm.SmallGame;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.TwoJunctions;
import io.clearway.algorithm.TwoTanks;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvolutionStrategiesTest extends AlgorithmContractTest {
    private static final Map<String, Object> OWN_WEIGHTS =
            Map.of("rowPerAction", false, "sharedWeights", false, "warmStart", "", "warmStartEpisodes", 0);

    EvolutionStrategiesTest() {
        super(
                new EvolutionStrategies(),
                with("directions", 4),
                with("directions", 32, "perturbation", 0.5, "learningRate", 1.0, "momentum", 0.5, "creditRadius", 1),
                300);
    }

    private static Settings with(Object... more) {
        Map<String, Object> values = new HashMap<>(OWN_WEIGHTS);
        for (int place = 0; place < more.length; place += 2) {
            values.put((String) more[place], more[place + 1]);
        }
        return new Settings(values);
    }

    @Test
    void realNumbersAreRefusedWithTheMend() {
        assertThatThrownBy(() -> new EvolutionStrategies().start(TwoTanks.task(), Settings.none(), new Seeds(1)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("left")
                .hasMessageContaining("use an algorithm for continuous actions");
    }

    @Test
    void observationsWithoutRowsAreRefusedWithTheMend() {
        var task = TwoJunctions.task();
        var first = new AgentSpec("a", 7, 2);
        var odd = new Task(task.graph(), List.of(first, task.agents().get(1)), task.horizon());
        assertThatThrownBy(() -> new EvolutionStrategies().start(odd, Settings.none(), new Seeds(1)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("observation=stages");
    }

    @Test
    void aPolicyOfSharedRowsActsOnOtherNetworksAndCanBeTheBeginningThere() {
        Settings rows = new Settings(Map.of("warmStart", "", "warmStartEpisodes", 0, "directions", 2));
        Task small = task("a");
        Task large = task("a", "b", "c");
        try (Learner teacher = new EvolutionStrategies().start(small, rows, new Seeds(1));
                Learner beginner = new EvolutionStrategies().start(large, rows, new Seeds(2))) {
            beginner.startFrom(teacher.save());
            JointObservation seen = JointObservation.of(
                    new float[][] {{0, 1, 2, 1}, {2, 1, 0, 1}, {1, 1, 1, 0}},
                    new boolean[][] {{true, true}, {true, true}, {false, true}});
            assertThat(beginner.policy().fresh(1).act(seen)).isEqualTo(JointAction.of(1, 0, 1));
            assertThat(new EvolutionStrategies()
                            .policy(large, rows, teacher.save())
                            .fresh(1)
                            .act(seen))
                    .isEqualTo(JointAction.of(1, 0, 1));
        }
    }

    /** Two actions with two features each. */
    private static Task task(String... agents) {
        List<AgentSpec> specs =
                Stream.of(agents).map(agent -> new AgentSpec(agent, 4, 2)).toList();
        return new Task(new AgentGraph(List.of(agents), List.of()), specs, 10);
    }

    @Test
    void withScaledRowsGoingOnEqualsNeverHavingStopped() {
        SmallGame game = SmallGame.twoJunctions();
        Settings rows = new Settings(Map.of("directions", 3, "warmStartEpisodes", 2, "perturbation", 0.5));
        var algorithm = new EvolutionStrategies();
        byte[] middle;
        byte[] end;
        try (Learner learner = algorithm.start(game.task(), rows, new Seeds(3))) {
            List<Trajectory> played = Play.episodes(game.open(), game.rule(), 1, 2);
            assertThat(learner.warmStart().orElseThrow().pretraining().apply(played, Learner.PretrainingProgress.NONE))
                    .isEmpty();
            assertThat(learner.warmStart()).isEmpty();
            learner.learn(Play.round(game.open(), learner, 10));
            middle = learner.save();
            learner.learn(Play.round(game.open(), learner, 20));
            end = learner.save();
        }
        assertThat(end).isNotEqualTo(middle);
        try (Learner learner = algorithm.resume(game.task(), rows, new Seeds(3), middle)) {
            assertThat(learner.warmStart()).isEmpty();
            learner.learn(Play.round(game.open(), learner, 20));
            assertThat(learner.save()).isEqualTo(end);
        }
    }

    @Test
    void bothEpisodesOfADirectionMeetTheSameTraffic() {
        SmallGame game = SmallGame.twoJunctions();
        try (Learner learner = new EvolutionStrategies().start(game.task(), with("directions", 2), new Seeds(3))) {
            List<Trajectory> round = Play.round(game.open(), learner, 10);
            assertThat(round).hasSize(4);
            assertThat(first(round.get(0))).isEqualTo(first(round.get(1)));
            assertThat(first(round.get(0))).isNotEqualTo(first(round.get(2)));
        }
    }

    private static List<Float> first(Trajectory episode) {
        float[] local = episode.observations().get(0).local(0);
        return IntStream.range(0, local.length).mapToObj(place -> local[place]).toList();
    }

    @Test
    void onlySharedWeightsWithARowPerActionFitOtherNetworks() {
        assertThat(new EvolutionStrategies().fitsAnyNetwork(Settings.none())).isTrue();
        assertThat(new EvolutionStrategies().fitsAnyNetwork(new Settings(OWN_WEIGHTS)))
                .isFalse();
    }
}

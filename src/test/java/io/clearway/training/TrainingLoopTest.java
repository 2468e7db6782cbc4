package io.clearway.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.Checkpoint.Progress;
import io.clearway.metric.Metric;
import io.clearway.network.JointAction;
import io.clearway.network.Seeds;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import io.clearway.training.Evaluation.HeldOutEpisode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrainingLoopTest {
    private static final int DECISIONS = 80;

    private static final class Notes implements TrainingListener {
        private final List<EpisodeReport> episodes = new ArrayList<>();
        private final List<Checkpoint> checkpoints = new ArrayList<>();
        private final List<Checkpoint> candidates = new ArrayList<>();
        private final List<Stage> stages = new ArrayList<>();
        private int stopAfterEpisodes = Integer.MAX_VALUE;

        @Override
        public void stage(Stage stage) {
            stages.add(stage);
        }

        @Override
        public void episode(EpisodeReport report) {
            episodes.add(report);
        }

        @Override
        public void checkpoint(Checkpoint checkpoint, boolean candidate) {
            checkpoints.add(checkpoint);
            if (candidate) {
                candidates.add(checkpoint);
            }
        }

        @Override
        public void validated(int done, int planned) {}

        @Override
        public boolean stopRequested() {
            return episodes.size() >= stopAfterEpisodes;
        }

        /** What was learned, wall time left out. */
        private List<String> curve() {
            return episodes.stream()
                    .map(it -> it.episode() + " " + it.controller() + " " + it.seed() + " "
                            + it.metrics().get(Metric.PAPER_REWARD) + " "
                            + it.metrics().get(Metric.VALUE_LOSS))
                    .toList();
        }
    }

    @Test
    void partsOfPretrainingAreStagesOfTheirOwn() {
        Notes notes = new Notes();
        new TrainingLoop(plan(new CountingScenario()), 1, 1, notes).run(Optional.empty());
        assertThat(notes.stages.stream().map(Stage::text).distinct().limit(8))
                .containsExactly(
                        "demonstrations of the rule always-heads: 0 of 2 episodes",
                        "demonstrations of the rule always-heads: 1 of 2 episodes",
                        "demonstrations of the rule always-heads: 2 of 2 episodes",
                        "learning from the demonstrations",
                        "learning from the demonstrations: imitation, 0 of 2 epochs",
                        "learning from the demonstrations: imitation, 2 of 2 epochs",
                        "learning from the demonstrations: values, 0 of 1 epochs",
                        "playing: 0 of 3 episodes of the round");
    }

    private static RunPlan plan(CountingScenario scenario) {
        return plan(scenario, 5);
    }

    private static RunPlan plan(CountingScenario scenario, long seed) {
        return new RunPlan(
                scenario,
                Settings.none(),
                new SummingAlgorithm(),
                Settings.none(),
                seed,
                DECISIONS,
                SelectionSettings.NONE);
    }

    private static Notes run(int parallelEpisodes, Optional<Checkpoint> from) {
        Notes notes = new Notes();
        new TrainingLoop(plan(new CountingScenario()), parallelEpisodes, 1, notes).run(from);
        return notes;
    }

    @Test
    void theLessonComesFirstThenOwnRoundsUntilTheDecisionsAreTaken() {
        Notes notes = run(1, Optional.empty());
        assertThat(notes.episodes)
                .extracting(EpisodeReport::controller)
                .startsWith("always-heads", "always-heads", "learner");
        assertThat(notes.episodes).hasSize(20);
        assertThat(notes.episodes.get(19).decisions()).isEqualTo(DECISIONS);
        assertThat(notes.checkpoints).hasSize(7);
    }

    @Test
    void aRunMayBeginWithThePolicyOfAnotherOneWhichIsThenACandidate() {
        Checkpoint initial = run(1, Optional.empty()).checkpoints.get(6);
        Notes notes = new Notes();
        new TrainingLoop(plan(new CountingScenario(), 6), 1, 1, notes).run(Optional.empty(), Optional.of(initial));
        assertThat(notes.episodes).extracting(EpisodeReport::controller).containsOnly("learner");
        assertThat(notes.checkpoints.get(0).state()).isEqualTo(initial.state());
        assertThat(notes.checkpoints.get(0).progress()).isEqualTo(Progress.NONE);
        assertThat(notes.candidates.get(0)).isSameAs(notes.checkpoints.get(0));
    }

    @Test
    void thePolicyOfAnotherAlgorithmOrOfARuleIsNoBeginning() {
        Checkpoint initial = run(1, Optional.empty()).checkpoints.get(6);
        Checkpoint.Origin own = initial.origin();
        var foreign = new Checkpoint.Origin(
                own.scenario(), own.scenarioSettings(), "dmpo", own.algorithmSettings(), own.seed());
        TrainingLoop loop = new TrainingLoop(plan(new CountingScenario(), 6), 1, 1, new Notes());
        assertThatThrownBy(() -> loop.run(
                        Optional.empty(), Optional.of(new Checkpoint(foreign, initial.progress(), initial.state()))))
                .hasMessageContaining("learned by dmpo");
        assertThatThrownBy(() -> loop.run(
                        Optional.empty(), Optional.of(Checkpoint.ofRule(own, initial.progress(), "always-heads"))))
                .hasMessageContaining("kept the rule 'always-heads'");
    }

    @Test
    void aPolicyOfOtherSettingsThatItIsMadeOfIsNoBeginning() {
        Checkpoint initial = run(1, Optional.empty()).checkpoints.get(6);
        Checkpoint.Origin own = initial.origin();
        var other = new Checkpoint.Origin(
                own.scenario(), own.scenarioSettings(), own.algorithm(), Map.of("lessonEpisodes", 3), own.seed());
        TrainingLoop loop = new TrainingLoop(plan(new CountingScenario(), 6), 1, 1, new Notes());
        assertThatThrownBy(() -> loop.run(
                        Optional.empty(), Optional.of(new Checkpoint(other, initial.progress(), initial.state()))))
                .hasMessageContaining("learned with lessonEpisodes=3, not 2; give the same");
    }

    @Test
    void aPolicyThatWasChosenOnTheSameSeedsIsNoBeginning() {
        Checkpoint initial = run(1, Optional.empty()).checkpoints.get(6);
        TrainingLoop loop = new TrainingLoop(plan(new CountingScenario()), 1, 1, new Notes());
        assertThatThrownBy(() -> loop.run(Optional.empty(), Optional.of(initial)))
                .hasMessageContaining("seed 5")
                .hasMessageContaining("give another seed");
    }

    @Test
    void whatIsLearnedStandsWithTheLastEpisodeOfItsRound() {
        Notes notes = run(1, Optional.empty());
        assertThat(notes.episodes.get(2).metrics()).doesNotContainKey(Metric.VALUE_LOSS);
        assertThat(notes.episodes.get(4).metrics()).containsKey(Metric.VALUE_LOSS);
    }

    @Test
    void theNumberOfPlayersDoesNotChangeTheCurve() {
        assertThat(run(3, Optional.empty()).curve())
                .isEqualTo(run(1, Optional.empty()).curve());
    }

    @Test
    void goingOnFromACheckpointEqualsNeverHavingStopped() {
        Notes whole = run(2, Optional.empty());
        Notes rest = run(2, Optional.of(whole.checkpoints.get(2)));
        assertThat(rest.curve()).isEqualTo(whole.curve().subList(8, 20));
    }

    @Test
    void aStoppedRunEndsWithoutLearningFromTheBrokenRound() {
        CountingScenario scenario = new CountingScenario();
        Notes notes = new Notes();
        notes.stopAfterEpisodes = 5;
        new TrainingLoop(plan(scenario), 2, 1, notes).run(Optional.empty());
        assertThat(notes.episodes).hasSize(5);
        assertThat(scenario.open.get()).isZero();
    }

    @Test
    void aFailingEpisodeFailsTheRunAndLeavesNothingOpen() {
        CountingScenario scenario = new CountingScenario(new Seeds(5).of("episode", 6));
        assertThatThrownBy(() -> new TrainingLoop(plan(scenario), 2, 1, new Notes()).run(Optional.empty()))
                .hasMessage("the coin rolled away");
        assertThat(scenario.opened.get()).isEqualTo(2);
        assertThat(scenario.open.get()).isZero();
    }

    @Test
    void aCheckpointOfAnotherRunIsRefused() {
        Checkpoint checkpoint = run(1, Optional.empty()).checkpoints.get(0);
        RunPlan other = new RunPlan(
                new CountingScenario(),
                Settings.none(),
                new SummingAlgorithm(),
                Settings.none(),
                6,
                DECISIONS,
                SelectionSettings.NONE);
        assertThatThrownBy(() -> new TrainingLoop(other, 1, 1, new Notes()).run(Optional.of(checkpoint)))
                .hasMessageContaining("another run");
    }

    @Test
    void aRuleThatWasKeptIsNoStartForTraining() {
        Checkpoint rule = Checkpoint.ofRule(plan(new CountingScenario()).origin(), Progress.NONE, "always-heads");
        assertThatThrownBy(() -> run(1, Optional.of(rule)))
                .hasMessageContaining("always-heads")
                .hasMessageContaining("continue from the last checkpoint");
    }

    @Test
    void aWrongSettingIsNamedWithWhereItStands() {
        assertThatThrownBy(() -> new RunPlan(
                        new CountingScenario(),
                        Settings.none(),
                        new SummingAlgorithm(),
                        new Settings(Map.of("lessons", 1)),
                        5,
                        DECISIONS,
                        SelectionSettings.NONE))
                .isInstanceOfSatisfying(
                        InvalidSetting.class,
                        complaint -> assertThat(complaint.field()).isEqualTo("algorithmSettings.lessons"));
    }

    @Test
    void evaluationReportsEverySeedInOrderWhateverThePlayers() {
        CountingScenario scenario = new CountingScenario();
        List<HeldOutEpisode> episodes = Stream.of(9L, 7L, 8L)
                .map(seed ->
                        new HeldOutEpisode("heads", any -> observation -> JointAction.of(0), Settings.none(), seed))
                .toList();
        List<EpisodeResult> told = new ArrayList<>();
        List<EpisodeResult> results = new Evaluation(scenario, 3).evaluate(episodes, () -> false, told::add);
        assertThat(told).isEqualTo(results);
        assertThat(results).extracting(EpisodeResult::seed).containsExactly(9L, 7L, 8L);
        assertThat(results).extracting(EpisodeResult::simulator).containsOnly("coin 1.0");
        assertThat(scenario.open.get()).isZero();
    }

    @Test
    void aFailingHeldOutEpisodeFailsTheEvaluationAndLeavesNothingOpen() {
        CountingScenario scenario = new CountingScenario(7);
        List<HeldOutEpisode> episodes = Stream.of(5L, 6L, 7L, 8L)
                .map(seed ->
                        new HeldOutEpisode("heads", any -> observation -> JointAction.of(0), Settings.none(), seed))
                .toList();
        assertThatThrownBy(() -> new Evaluation(scenario, 2).evaluate(episodes, () -> false, result -> {}))
                .hasMessage("the coin rolled away");
        assertThat(scenario.open.get()).isZero();
    }
}

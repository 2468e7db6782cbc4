package io.clearway.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.algorithm.Checkpoint;
import io.clearway.algorithm.ppo.Ppo;
import io.clearway.metric.Metric;
import io.clearway.network.Seeds;
import io.clearway.scenario.mdp.RandomMdpScenario;
import io.clearway.setting.Settings;
import io.clearway.training.Evaluation.HeldOutEpisode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The choice of the final policy, of DPPO on a random MDP whose best and whose random play are known. */
class PolicySelectionTest {
    private static final SelectionSettings SELECTION = new SelectionSettings(16, 3);
    private static final int HORIZON = 50;
    private static final int EPISODES = 40;

    private final RandomMdpScenario mdp = new RandomMdpScenario();

    /** Keeps candidates, notes the progress, and stops after some validation episodes. */
    private static final class Kept implements TrainingListener {
        private final List<Checkpoint> kept = new ArrayList<>();
        private final List<String> progress = new ArrayList<>();
        private final Set<Long> seeds = new HashSet<>();
        private int stopAfter = Integer.MAX_VALUE;

        @Override
        public void episode(EpisodeReport report) {
            seeds.add(report.seed());
        }

        @Override
        public void checkpoint(Checkpoint checkpoint, boolean candidate) {
            if (candidate) {
                kept.add(checkpoint);
            }
        }

        @Override
        public void validated(int done, int planned) {
            progress.add(done + " of " + planned);
        }

        @Override
        public boolean stopRequested() {
            return progress.size() > stopAfter;
        }
    }

    private RunPlan plan(String warmStart, SelectionSettings selection) {
        return new RunPlan(
                mdp,
                new Settings(Map.of("states", 4, "agents", 2, "actions", 2, "horizon", HORIZON)),
                Ppo.decentralized(),
                new Settings(Map.ofEntries(
                        Map.entry("warmStart", warmStart),
                        Map.entry("warmStartEpisodes", 2),
                        Map.entry("cloningEpochs", 0),
                        Map.entry("hidden", List.of(16)),
                        Map.entry("discount", 0.9),
                        Map.entry("policyRate", 0.01),
                        Map.entry("targetDivergence", 0.2))),
                1,
                EPISODES * HORIZON,
                selection);
    }

    private static Kept trained(RunPlan plan) {
        Kept out = new Kept();
        new TrainingLoop(plan, 2, 1, out).run(Optional.empty());
        return out;
    }

    private static SelectedPolicy selected(RunPlan plan, Kept out, int parallelEpisodes) {
        return new PolicySelection(plan, parallelEpisodes, out).select(out.kept).orElseThrow();
    }

    @Test
    void whoeverLearnsNothingKeepsTheRuleAndSaysSo() {
        // one round of imitation that imitates nothing: a policy at random beside the best play there is
        RunPlan start = plan("optimum", SELECTION);
        RunPlan plan = new RunPlan(
                mdp, start.scenarioSettings(), start.algorithm(), start.algorithmSettings(), 1, HORIZON, SELECTION);
        SelectedPolicy selected = selected(plan, trained(plan), 1);
        assertThat(selected.policy().rule()).contains("optimum");
        assertThat(selected.selection().ruleKept()).isTrue();
        assertThat(selected.selection().text())
                .startsWith("kept the rule optimum: no checkpoint was better, difference -")
                .endsWith("of the score on 8 validation seeds");
    }

    @Test
    void whoeverLearnsMoreThanTheRuleKnewIsTaken() {
        RunPlan plan = plan("random", SELECTION);
        Kept out = trained(plan);
        SelectedPolicy selected = selected(plan, out, 2);
        assertThat(selected.selection().text()).contains("better than the rule random, difference +");
        assertThat(selected.policy().rule()).isEmpty();
        assertThat(out.kept)
                .filteredOn(checkpoint ->
                        checkpoint.progress().rounds() == selected.selection().rounds())
                .singleElement()
                .satisfies(chosen -> assertThat(selected.policy().state()).isEqualTo(chosen.state()));
    }

    @Test
    void theChoiceIsTheSameHoweverManyEpisodesArePlayedAtATime() {
        RunPlan plan = plan("random", SELECTION);
        Kept out = trained(plan);
        SelectedPolicy one = selected(plan, out, 1);
        SelectedPolicy two = selected(plan, out, 2);
        assertThat(two.selection()).isEqualTo(one.selection());
        assertThat(two.policy().state()).isEqualTo(one.policy().state());
    }

    @Test
    void seedsToValidateOnAreNeitherTrainedNorTestedOn() {
        RunPlan plan = plan("random", SELECTION);
        Kept out = trained(plan);
        List<Long> choosing = SELECTION.choosing(new Seeds(1));
        List<Long> comparing = SELECTION.comparing(new Seeds(1));
        assertThat(choosing).hasSize(8).doesNotContainAnyElementsOf(comparing).doesNotHaveDuplicates();
        assertThat(comparing).hasSize(8).doesNotHaveDuplicates();
        assertThat(out.seeds).hasSizeGreaterThanOrEqualTo(EPISODES);
        List<Long> usual = LongStream.range(0, 100_000).boxed().toList();
        assertThat(choosing).doesNotContainAnyElementsOf(out.seeds).doesNotContainAnyElementsOf(usual);
        assertThat(comparing).doesNotContainAnyElementsOf(out.seeds).doesNotContainAnyElementsOf(usual);
    }

    @Test
    void progressCountsEveryEpisodeOfBothHalves() {
        RunPlan plan = plan("random", new SelectionSettings(4, 3));
        Kept out = trained(plan);
        selected(plan, out, 2);
        assertThat(out.kept).hasSize(3);
        assertThat(out.progress).hasSize(11).startsWith("0 of 10", "1 of 10").endsWith("10 of 10");
    }

    @Test
    void aRunThatIsStoppedChoosesNothing() {
        RunPlan plan = plan("random", SELECTION);
        Kept out = trained(plan);
        out.stopAfter = 3;
        assertThat(new PolicySelection(plan, 2, out).select(out.kept)).isEmpty();
    }

    @Test
    void aRunWithoutAWarmStartTakesItsBestCheckpoint() {
        RunPlan plan = plan("", SELECTION);
        Selection selection = selected(plan, trained(plan), 2).selection();
        assertThat(selection.rule()).isNull();
        assertThat(selection.ruleKept()).isFalse();
        assertThat(selection.difference()).isNull();
        assertThat(selection.text()).contains("the best of 3 on 8 validation seeds, as the run started from no rule");
    }

    @Test
    void withoutValidationSeedsTheLastCheckpointIsTaken() {
        RunPlan plan = plan("random", SelectionSettings.NONE);
        Kept out = new Kept();
        Checkpoint last = trained(plan("random", SELECTION)).kept.get(2);
        out.kept.add(last);
        SelectedPolicy selected = selected(plan, out, 1);
        assertThat(selected.policy()).isSameAs(last);
        assertThat(selected.selection().text()).endsWith("the last one");
        assertThat(trained(plan).kept).isEmpty();
    }

    @Test
    void aKeptRuleActsExactlyAsTheRule() {
        RunPlan plan = plan("optimum", SELECTION);
        Checkpoint kept = Checkpoint.ofRule(plan.origin(), Checkpoint.Progress.NONE, "in-turns");
        TrainedPolicy policy = TrainedPolicy.of(kept, mdp, plan.algorithm());
        assertThat(policy.scenarioSettings().over(mdp.defaults()))
                .isEqualTo(mdp.settingsFor("in-turns", plan.scenarioSettings()).over(mdp.defaults()));
        TrainedPolicy rule = new TrainedPolicy(plan.controllers("in-turns"), plan.scenarioSettings());
        assertThat(scores(policy)).isEqualTo(scores(rule)).hasSize(5);
    }

    private List<Double> scores(TrainedPolicy policy) {
        List<HeldOutEpisode> episodes = LongStream.range(100, 105)
                .mapToObj(seed -> new HeldOutEpisode("one", policy.controllers(), policy.scenarioSettings(), seed))
                .toList();
        return new Evaluation(mdp, 1)
                .evaluate(episodes, () -> false, result -> {}).stream()
                        .map(result -> result.metrics().get(Metric.PAPER_REWARD))
                        .toList();
    }
}

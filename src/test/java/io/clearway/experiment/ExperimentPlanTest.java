package io.clearway.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.algorithm.dmpo.Dmpo;
import io.clearway.algorithm.ppo.Ppo;
import io.clearway.catalog.Catalog;
import io.clearway.experiment.description.Experiment;
import io.clearway.experiment.description.YamlDocument;
import io.clearway.scenario.cacc.PlatoonScenario;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExperimentPlanTest {
    private static final String HEAD = """
            name: plan
            scenarios: [{name: catch-up, evaluationSettings: {start: spaced}}, slow-down]
            controllers: [constant-0.5-0.5]
            evaluationSeeds: 0-3
            trainingSeeds: 1-2
            """;

    private static ExperimentPlan plan(String more) {
        return planOf(HEAD + more);
    }

    private static ExperimentPlan planOf(String text) {
        var catalog = new Catalog(
                List.of(PlatoonScenario.catchUp(), PlatoonScenario.slowDown()),
                List.of(Dmpo.localized(), Ppo.decentralized()));
        return ExperimentPlan.of(Experiment.of(YamlDocument.read(text).root()), catalog);
    }

    @Test
    void sweepsMakeAGridOfTheAlgorithmsThatTheyName() {
        ExperimentPlan plan = plan("""
                algorithms: [{name: dmpo, decisions: 1200, settings: {warmStart: ""}}, {name: dppo, decisions: 600, settings: {warmStart: ""}}]
                sweeps:
                  length: {setting: rolloutLength, values: [1, 5], of: dmpo}
                  size: {variants: {small: {hidden: [8]}, deep: {hidden: [8, 8]}}, of: dmpo}
                """);
        assertThat(plan.trials().stream()
                        .filter(trial -> trial.cell().scenario().equals("catch-up"))
                        .map(Trial::folder))
                .containsExactly(
                        "catch-up/constant-0.5-0.5",
                        "catch-up/dmpo_rolloutLength=1_small/seed-1",
                        "catch-up/dmpo_rolloutLength=1_small/seed-2",
                        "catch-up/dmpo_rolloutLength=1_deep/seed-1",
                        "catch-up/dmpo_rolloutLength=1_deep/seed-2",
                        "catch-up/dmpo_rolloutLength=5_small/seed-1",
                        "catch-up/dmpo_rolloutLength=5_small/seed-2",
                        "catch-up/dmpo_rolloutLength=5_deep/seed-1",
                        "catch-up/dmpo_rolloutLength=5_deep/seed-2",
                        "catch-up/dppo/seed-1",
                        "catch-up/dppo/seed-2");
        assertThat(plan.trainingDecisions()).isEqualTo(2 * (8 * 1200 + 2 * 600));
        assertThat(plan.evaluationEpisodes()).isEqualTo(2 * 11 * 4);
        assertThat(plan.decisions()).isEqualTo(plan.trainingDecisions() + 2 * 11 * 4 * 600);
    }

    @Test
    void settingsOfEvaluationAreLaidOverThoseOfTraining() {
        Trial trial = plan("algorithms: [{name: dppo, decisions: 600, settings: {warmStart: \"\"}}]\n")
                .trials()
                .get(1);
        assertThat(trial.evaluationSettings().values()).containsEntry("start", "spaced");
        assertThat(((LearningTrial) trial).plan().scenarioSettings().values()).isEmpty();
    }

    @Test
    void whatNoTrialCanUseIsRefusedBeforeAnyIsPlayed() {
        assertThatThrownBy(() -> plan("algorithms: [{name: dmqo, decisions: 1}]\n"))
                .hasMessageStartingWith("algorithms[0].name: 'dmqo' cannot be used; did you mean 'dmpo'? use one of: ");
        assertThatThrownBy(() -> plan("algorithms: [{name: dppo, decisions: 1, settings: {clip: -1}}]\n"))
                .hasMessageStartingWith("algorithms[0].settings.clip: '-1.0' cannot be used");
        assertThatThrownBy(() -> plan("""
                        algorithms: [{name: dppo, decisions: 1}]
                        sweeps: {length: {setting: rolloutLength, values: [1]}}
                        """))
                .hasMessageStartingWith("algorithms[0].settings.rolloutLength (dppo rolloutLength=1): '1'");
        assertThatThrownBy(() -> plan("algorithms: [{name: dppo, decisions: 600}]\n"))
                .hasMessageStartingWith("algorithms[0].decisions: '600' cannot be used; give more than ");
        assertThatThrownBy(() -> plan("compareWith: dppo\n"))
                .hasMessageStartingWith("compareWith: 'dppo' cannot be used; use one of: constant-0.5-0.5");
        assertThatThrownBy(() -> plan("normalization: {zero: idle, one: constant-0.5-0.5}\n"))
                .hasMessageStartingWith("normalization.zero: 'idle' cannot be used");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeAnythingIsMade() {
        String sweeps = IntStream.range(0, 40)
                .mapToObj("  s%d: {setting: rolloutLength, values: [1, 2, 3, 4, 5, 6, 7, 8, 9]}\n"::formatted)
                .collect(Collectors.joining("", "sweeps:\n", ""));
        assertThatThrownBy(() -> plan("algorithms: [{name: dmpo, decisions: 1200}]\n" + sweeps))
                .hasMessageStartingWith("trials: 'more than 2147483647' cannot be used")
                .hasMessageContaining("at most 5000 trials");
        // two scenarios with a rule, and a training run for each of 2,500 seeds
        String wide = HEAD.replace("trainingSeeds: 1-2", "trainingSeeds: 1-2500")
                + "algorithms: [{name: dppo, decisions: 600}]\n";
        assertThatThrownBy(() -> planOf(wide)).hasMessageStartingWith("trials: '5002' cannot be used");
        String deep = HEAD.replace("trainingSeeds: 1-2", "trainingSeeds: 1-99")
                        .replace("evaluationSeeds: 0-3", "evaluationSeeds: 0-5000")
                + "algorithms: [{name: dppo, decisions: 600}]\n";
        assertThatThrownBy(() -> planOf(deep))
                .hasMessageStartingWith("evaluationSeeds: '5001 seeds for each of 200 trials' cannot be used")
                .hasMessageContaining("1000000 held-out episodes");
    }

    @Test
    void seedsAreLimitedInAll() {
        String many = HEAD.replace("evaluationSeeds: 0-3", "evaluationSeeds: [0-9998, 10000, 20000-29999]");
        assertThatThrownBy(() -> planOf(many)).hasMessageContaining("up to 10000 seeds in all");
        String inOne = HEAD.replace("evaluationSeeds: 0-3", "evaluationSeeds: \"0-9998,10000,10001\"");
        assertThatThrownBy(() -> planOf(inOne))
                .hasMessageStartingWith("evaluationSeeds: '10001' cannot be used; give up to 10000 seeds in all");
    }

    @Test
    void labelsThatWouldShareAFolderAreRefused() {
        assertThatThrownBy(() -> plan("""
                        algorithms: [{name: dppo, label: a b, decisions: 9000}, {name: dppo, label: a/b, decisions: 9000}]
                        """)).hasMessageContaining("would have the same folder");
    }
}

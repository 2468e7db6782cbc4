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
        var catalog = new Catalog(
                List.of(PlatoonScenario.catchUp(), PlatoonScenario.slowDown()),
                List.of(Dmpo.localized(), Ppo.decentralized()));
        return ExperimentPlan.of(Experiment.of(YamlDocument.read(HEAD + more).root()), catalog);
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
    void labelsThatWouldShareAFolderAreRefused() {
        assertThatThrownBy(() -> plan("""
                        algorithms: [{name: dppo, label: a b, decisions: 9000}, {name: dppo, label: a/b, decisions: 9000}]
                        """)).hasMessageContaining("would have the same folder");
    }
}

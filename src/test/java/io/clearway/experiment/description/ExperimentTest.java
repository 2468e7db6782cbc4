package io.clearway.experiment.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.experiment.description.Measure.Direction;
import io.clearway.metric.Metric;
import io.clearway.setting.InvalidSetting;
import io.clearway.training.SelectionSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentTest {
    private static final String LEAST = """
            name: least
            scenarios: catch-up
            controllers: [constant-0.5-0.5]
            """;

    private static Experiment read(String text) {
        YamlDocument document = YamlDocument.read(text);
        try {
            return Experiment.of(document.root());
        } catch (InvalidSetting complaint) {
            throw document.located(complaint);
        }
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        Experiment least = read(LEAST);
        assertThat(least.scenarios()).containsExactly(new ScenarioChoice("catch-up", "catch-up", Map.of(), Map.of()));
        assertThat(least.protocol().trainingSeeds()).containsExactly(1L);
        assertThat(least.protocol().evaluationSeeds()).hasSize(10).startsWith(100L);
        assertThat(least.protocol().selection()).isEqualTo(SelectionSettings.NONE);
        assertThat(least.measured().measure())
                .isEqualTo(new Measure(Metric.PAPER_REWARD, Direction.HIGHER, List.of(Metric.PAPER_REWARD)));
    }

    @Test
    void everythingCanBeGiven() {
        Experiment all = read("""
                name: all-2
                description: everything
                scenarios: [{name: catch-up, label: c, settings: {start: spaced}, evaluationSettings: {start: random}}]
                decisions: 500
                algorithms: [dppo, {name: dmpo, label: DMPO, decisions: 100, settings: {hidden: [8, 8], sharing: none}}]
                controllers: [reference]
                trainingSeeds: [1-3, 9]
                evaluationSeeds: 0-4
                validationSeeds: 8
                sweeps:
                  length: {setting: rolloutLength, values: [1, 25], of: DMPO}
                  traffic: {scenarioVariants: {light: {demand: 0.5}, heavy: {demand: 1.5}}}
                metric: timeInSystemVehicleHours
                curves: [paperReward, modelStateError]
                compareWith: dppo
                normalization: {zero: random, one: gating}
                bootstrapRepetitions: 2000
                """);
        assertThat(all.algorithms())
                .containsExactly(
                        new AlgorithmChoice("dppo", "dppo", 500, Map.of()),
                        new AlgorithmChoice("dmpo", "DMPO", 100, Map.of("hidden", List.of(8, 8), "sharing", "none")));
        assertThat(all.protocol().trainingSeeds()).containsExactly(1L, 2L, 3L, 9L);
        assertThat(all.protocol().selection())
                .isEqualTo(new SelectionSettings(8, SelectionSettings.DEFAULT_CANDIDATES));
        assertThat(all.sweeps().get(0).variants())
                .containsEntry("rolloutLength=25", Map.of("rolloutLength", 25))
                .hasSize(2);
        assertThat(all.sweeps().get(1).target()).isEqualTo(Sweep.Target.SCENARIOS);
        assertThat(all.measured().measure().higherIsBetter()).isFalse();
        assertThat(all.measured().analysis())
                .isEqualTo(new Analysis("dppo", new Analysis.Normalization("random", "gating"), 2000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "trainSeeds: 1 | line 4, trainSeeds: '1' cannot be used; there is no such field; the fields are name",
                "trainingSeeds: 3-1 | line 4, trainingSeeds: '3-1' cannot be used",
                "trainingSeeds: [1, 1] | line 4, trainingSeeds: '[1, 1]' cannot be used; give at least one seed",
                "name: twice | line 4, name: 'name' cannot be used; give the field once",
                "metric: speed | line 4, metric: 'speed' cannot be used; give one of: paperReward",
                "better: more | line 4, better: 'more' cannot be used; use one of: higher, lower",
                "algorithms: [dppo] | line 4, algorithms[0].decisions: 'nothing' cannot be used",
                "algorithms: [{name: dppo, decisions: many}] | line 4, algorithms[0].decisions: 'many' cannot be used",
                "algorithms: [{nam: dppo}] | line 4, algorithms[0].nam: 'dppo' cannot be used; there is no such field",
                "description: 2001-01-01 | line 4, description: '2001-01-01' cannot be used; give a text, a number",
                "sweeps: {s: {setting: x}} | line 4, sweeps.s.setting: 'setting' cannot be used; give setting and values",
                "sweeps: {s: {setting: x, values: [1], of: y}} | line 4, sweeps.s.of: 'y' cannot be used; use one of:",
                "bootstrapRepetitions: 1 | line 4, bootstrapRepetitions: '1' cannot be used; give a whole number",
                "curves: [[ | line 5: 'the file' cannot be used; correct its YAML"
            })
    void whatCannotBeUsedIsNamedWithItsLine(String line, String message) {
        assertThatThrownBy(() -> read(LEAST + line + "\n"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aNameAndAScenarioAreRequired() {
        assertThatThrownBy(() -> read("scenarios: catch-up\n")).hasMessageStartingWith("name: 'nothing'");
        assertThatThrownBy(() -> read("name: x\n")).hasMessageStartingWith("scenarios: 'nothing'");
        assertThatThrownBy(() -> read("name: x\nscenarios: ring\n")).hasMessageStartingWith("algorithms: 'nothing'");
        assertThatThrownBy(() -> read("name: ../x\n")).hasMessageStartingWith("line 1, name: '../x'");
        assertThatThrownBy(() -> read("")).hasMessageContaining("give fields as 'name: value'");
    }
}

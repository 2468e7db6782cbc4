package io.clearway.scenario.pandemic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.clearway.metric.Metric;
import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.Step;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.SeriesOverTime;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PandemicEpisodeTest {
    private final PandemicScenario town = PandemicScenario.all().get(0);

    private Map<Metric, Double> play(String rule, Settings settings, long seed) {
        return play(town.open(town.settingsFor(rule, settings), SamplingMode.DECISIONS), rule, seed, new ArrayList<>());
    }

    private Map<Metric, Double> play(MeasuredEnvironment environment, String rule, long seed, List<Step> steps) {
        Controller controller =
                Objects.requireNonNull(town.controllers().get(rule)).fresh(seed);
        try (environment) {
            JointObservation seen = environment.reset(seed);
            boolean last = false;
            while (!last) {
                Step step = environment.step(controller.act(seen));
                steps.add(step);
                seen = step.observation();
                last = step.last();
            }
            return environment.finish();
        }
    }

    @Test
    void withoutMeasuresMorePersonsAreInfectedThanInALockdown() {
        double free = 0;
        double locked = 0;
        for (int seed = 1; seed <= 4; seed++) {
            free += play("stage-0", Settings.none(), seed).getOrDefault(Metric.PEAK_INFECTED, Double.NaN);
            locked += play("stage-4", Settings.none(), seed).getOrDefault(Metric.PEAK_INFECTED, Double.NaN);
        }
        assertThat(free / 4).isGreaterThan(50);
        assertThat(locked / 4).isLessThan(10);
    }

    @Test
    void rewardsMeasurementsAndSeriesTellTheSameStory() {
        List<Step> steps = new ArrayList<>();
        MeasuredEnvironment environment = town.open(Settings.none(), SamplingMode.DECISIONS);
        Map<Metric, Double> values = play(environment, "random", 5, steps);
        assertThat(steps)
                .hasSize(120)
                .allMatch(step -> IntStream.range(1, 10)
                        .allMatch(agent ->
                                step.reward().of(agent) == step.reward().of(0)));
        double mean = steps.stream()
                .mapToDouble(step -> step.reward().of(3))
                .average()
                .orElseThrow();
        assertThat(values.get(Metric.PAPER_REWARD)).isCloseTo(mean, within(1e-9));
        assertThat(values.get(Metric.LEARNER_RETURN)).isCloseTo(10 * 120 * mean, within(1e-6));
        SeriesOverTime persons = environment.series().get(0);
        assertThat(persons.limits()).containsExactly(new SeriesOverTime.Limit("beds", 5));
        for (int day = 0; day <= 120; day++) {
            int at = day;
            assertThat(persons.lines().stream()
                            .mapToDouble(line -> line.values().get(at))
                            .sum())
                    .isEqualTo(500);
        }
        List<Double> critical = line(persons, "critical");
        assertThat(environment.series().get(1).lines().get(0).values()).isEqualTo(critical);
        assertThat(values)
                .containsEntry(Metric.PEAK_CRITICAL, Collections.max(critical))
                .containsEntry(Metric.DAYS_ABOVE_BEDS, (double)
                        critical.stream().filter(cases -> cases > 5).count())
                .containsEntry(Metric.PEAK_INFECTED, Collections.max(line(persons, "infected")))
                .containsEntry(Metric.DEATHS, line(persons, "dead").get(120))
                .containsEntry(Metric.MORTALITY, line(persons, "dead").get(120) / 500)
                .containsEntry(
                        Metric.MEAN_CRITICAL,
                        critical.stream().mapToDouble(x -> x).sum() / 120);
        assertThat(values.get(Metric.MEAN_STAGE)).isCloseTo(2, within(0.15));
    }

    private static List<Double> line(SeriesOverTime series, String name) {
        return series.lines().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow()
                .values();
    }

    @Test
    void agentsObserveTheirOwnContactsAndTheTown() {
        try (MeasuredEnvironment environment = town.open(Settings.none(), SamplingMode.DECISIONS)) {
            JointObservation first = environment.reset(1);
            // home, then all healthy: critical, dead, infected, none, recovered, in truth and by tests
            assertThat(first.local(0)).containsExactly(0.5f, 0.3f, 0.3f, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0);
            assertThat(first.local(9)).startsWith(0, 0, 0, 0, 0, 0, 1);
            JointObservation next = environment
                    .step(JointAction.of(2, 0, 0, 0, 0, 0, 0, 0, 3, 1))
                    .observation();
            assertThat(next.local(0)).startsWith(0.35f, 0.21f, 0.21f);
            assertThat(next.local(8)).startsWith(0.35f, 0.1f, 0.05f);
            assertThat(next.local(8)[13]).isEqualTo(0.25f);
            assertThat(next.local(8)[15]).isEqualTo(1 / 120f);
        }
    }

    @Test
    void lockdownsBeginWhenTenAreKnownToBeInfectedAndSwedenOnItsFourthDay() {
        MeasuredEnvironment environment = town.open(Settings.none(), SamplingMode.DECISIONS);
        List<Step> steps = new ArrayList<>();
        play(environment, "s0-4-0", 2, steps);
        List<Double> stages = environment.series().get(2).lines().get(0).values();
        int noticed = IntStream.range(0, 120)
                .filter(day -> steps.get(day).observation().local(0)[14] == 1)
                .findFirst()
                .orElseThrow();
        // the stage of a day is recorded at its end
        assertThat(stages.subList(0, noticed + 2)).containsOnly(0.0);
        assertThat(stages.subList(noticed + 2, noticed + 32)).containsOnly(4.0);
        assertThat(stages.get(noticed + 32)).isZero();
        assertThat(town.settingsFor("sweden", Settings.none()).values()).containsEntry("regulations", "sweden");
        double[] sweden = new double[] {play("sweden", Settings.none(), 2).getOrDefault(Metric.MEAN_STAGE, 0.0)};
        assertThat(sweden[0]).isCloseTo(117 / 120.0, within(1e-12));
    }

    @Test
    void settingsAreCheckedAndTheGraphIsAsSaid() {
        assertThat(town.graph(Settings.none()).edges()).isEmpty();
        assertThat(town.graph(new Settings(Map.of("graph", "complete"))).edges())
                .hasSize(45);
        assertThat(town.agents(new Settings(Map.of("regulations", "sweden")))).allMatch(agent -> agent.actions() == 2);
        assertThat(town.agents(Settings.none())).hasSize(10).allMatch(agent -> agent.actions() == 5);
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> town.horizon(new Settings(Map.of("days", 0))))
                .withMessageContaining("days");
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> town.horizon(new Settings(Map.of("regulations", "texas"))))
                .withMessageContaining("austin");
    }
}

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
            // all contacts are left, everybody is healthy: by hand from the means and deviations in PandemicObservation
            double[] healthy = {
                -0.27 / 0.46,
                -0.38 / 0.69,
                -0.026 / 0.049,
                0.27 / 0.34,
                -0.24 / 0.32,
                -0.27 / 0.46,
                -0.38 / 0.69,
                -0.026 / 0.049,
                0.27 / 0.34,
                -0.24 / 0.32,
                -Math.sqrt(2),
                -1,
                -Math.sqrt(3)
            };
            for (int agent = 0; agent < 10; agent++) {
                for (int value = 3; value < 16; value++) {
                    assertThat((double) first.local(agent)[value]).isCloseTo(healthy[value - 3], within(1e-6));
                }
            }
            requireContacts(first, 0, 0.3 / 0.276, 0.3 / 0.276, 0.3 / 0.276);
            requireContacts(first, 3, 0.3 / 0.276, 0, 0.3 / 0.276);
            requireContacts(first, 9, 0, 0, 0);
            JointObservation next = environment
                    .step(JointAction.of(2, 0, 0, 0, 0, 0, 0, 0, 3, 1))
                    .observation();
            requireContacts(next, 0, 0, 0, 0);
            requireContacts(next, 8, -0.2 / 0.276, -0.2 / 0.276, -0.2 / 0.276);
            assertThat((double) next.local(8)[13]).isCloseTo(-1 / Math.sqrt(2), within(1e-6));
            assertThat((double) next.local(8)[15]).isCloseTo((1 / 120.0 - 0.5) * Math.sqrt(12), within(1e-6));
            assertThat(new Scale(1, 0.1).of(9)).isEqualTo(5);
        }
    }

    private static void requireContacts(JointObservation seen, int agent, double... expected) {
        for (int value = 0; value < 3; value++) {
            assertThat((double) seen.local(agent)[value]).isCloseTo(expected[value], within(1e-6));
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

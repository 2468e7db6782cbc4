package io.clearway.scenario.power.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.metric.Metric;
import io.clearway.network.AgentGraph;
import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.Step;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.power.feeder.FeederFiles;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PowerNetScenarioTest {
    private static final PowerNetScenario SCENARIO = PowerNetScenario.ofCaracas();
    private static final int DECISIONS = 40;

    private static MeasuredEnvironment open(Map<String, Object> settings) {
        return SCENARIO.open(new Settings(settings), SamplingMode.DECISIONS);
    }

    private static Map<Metric, Double> play(MeasuredEnvironment environment, String rule, long seed) {
        Controller controller =
                Objects.requireNonNull(SCENARIO.controllers().get(rule)).fresh(seed);
        JointObservation seen = environment.reset(seed);
        for (int decision = 0; decision < DECISIONS; decision++) {
            seen = environment.step(controller.act(seen)).observation();
        }
        return environment.measurements();
    }

    private static double figure(Map<Metric, Double> values, Metric metric) {
        return Objects.requireNonNull(values.get(metric));
    }

    /** Every inverter's share of its room. */
    private static JointAction all(JointObservation seen, double share) {
        return JointAction.ofVectors(SensedZones.of(seen).stream()
                .map(zone ->
                        zone.inverters().stream().mapToDouble(inverter -> share).toArray())
                .toArray(double[][]::new));
    }

    /** Seed 100 begins on a day on which the load alone pulls voltages below the band. */
    @Test
    void knowingTheModelKeepsAllVoltagesAndLosesLess() {
        try (MeasuredEnvironment environment = open(Map.of())) {
            Map<Metric, Double> none = play(environment, "none", 100);
            Map<Metric, Double> droop = play(environment, "droop", 100);
            Map<Metric, Double> opf = play(environment, "opf", 100);
            assertThat(none).containsEntry(Metric.REACTIVE_POWER, 0.0);
            assertThat(figure(droop, Metric.VOLTAGES_SAFE)).isGreaterThan(figure(none, Metric.VOLTAGES_SAFE));
            assertThat(opf).containsEntry(Metric.ALL_VOLTAGES_SAFE, 1.0);
            assertThat(figure(none, Metric.ALL_VOLTAGES_SAFE)).isLessThan(0.2);
            assertThat(figure(opf, Metric.LINE_LOSSES)).isLessThan(figure(none, Metric.LINE_LOSSES));
        }
    }

    @Test
    void barriersAreThePapers() {
        assertThat(Barrier.L1.of(0.93)).isCloseTo(0.07, within(1e-12));
        assertThat(Barrier.L2.of(1.1)).isCloseTo(0.02, within(1e-12));
        assertThat(Barrier.BOWL.of(1.1)).isCloseTo(0.105, within(1e-12));
        // 0.04 − 0.01 · 3.98942 and 0.04 − 0.01 · 3.86668
        assertThat(Barrier.BOWL.of(1)).isCloseTo(0.0001058, within(1e-6));
        assertThat(Barrier.BOWL.of(0.975)).isCloseTo(0.0013332, within(1e-6));
    }

    @Test
    void theRewardIsTheBarrierAndTheReactivePowerUsed() {
        try (MeasuredEnvironment weighed = open(Map.of("barrier", "l1"));
                MeasuredEnvironment barrier = open(Map.of("barrier", "l1", "reactiveWeight", 0));
                MeasuredEnvironment indicator = open(Map.of("reward", "indicator"))) {
            JointObservation seen = weighed.reset(100);
            JointAction action = all(seen, 0.3);
            double used = SensedZones.of(seen).stream()
                    .flatMap(zone -> zone.inverters().stream())
                    .mapToDouble(inverter -> 0.3 * inverter.room())
                    .average()
                    .orElseThrow();
            Step step = weighed.step(action);
            barrier.reset(100);
            indicator.reset(100);
            double lost = figure(weighed.measurements(), Metric.VOLTAGE_DEVIATION);
            assertThat(step.reward().of(0)).isCloseTo(-lost - 0.1 * used, within(1e-9));
            assertThat(step.reward().of(8)).isEqualTo(step.reward().of(0));
            assertThat(barrier.step(action).reward().of(3)).isCloseTo(-lost, within(1e-9));
            assertThat(indicator.step(action).reward().of(0)).isIn(0.0, 1.0);
            assertThat(indicator.measurements().get(Metric.PAPER_REWARD)).isLessThan(0);
        }
    }

    @Test
    void actionsAreCutAtTheScaleAndGoFurtherUnderALargerOne() {
        try (MeasuredEnvironment environment = open(Map.of());
                MeasuredEnvironment wide = open(Map.of("actionScale", 0.8))) {
            JointObservation seen = environment.reset(3);
            double beyond = environment.step(all(seen, 5)).reward().sum();
            double most = environment.reset(3).agents() == 9
                    ? environment.step(all(seen, 0.6)).reward().sum()
                    : 0;
            wide.reset(3);
            assertThat(beyond).isEqualTo(most);
            assertThat(wide.step(all(seen, 5)).reward().sum()).isNotEqualTo(most);
        }
    }

    /** With every inverter drawing all it can at full sun scale, the lines cannot carry what loads want. */
    @Test
    void whatCannotBeSolvedEndsTheEpisode() {
        Map<String, Object> settings = Map.of("sunScale", 1, "actionScale", 1, "failureReward", -20);
        try (MeasuredEnvironment environment = open(settings)) {
            JointObservation seen = environment.reset(100);
            Step step = environment.step(all(seen, -1));
            assertThat(step.terminated()).isTrue();
            assertThat(step.reward().of(2)).isEqualTo(-20);
            Map<Metric, Double> complete = environment.finish();
            // whatever learners are given, a failure scores -200, once in 240 decisions
            assertThat(complete)
                    .containsEntry(Metric.PAPER_REWARD, -200.0 / 240)
                    .containsEntry(Metric.VOLTAGES_SAFE, 0.0);
        }
    }

    @Test
    void zonesThatALineJoinsAreNeighbors() {
        AgentGraph graph = SCENARIO.graph(Settings.none());
        assertThat(graph.size()).isEqualTo(9);
        // a tree of zones, as the feeder is one
        assertThat(graph.edges()).hasSize(8);
        assertThat(SCENARIO.graph(new Settings(Map.of("links", "identity"))).edges())
                .isEmpty();
        Settings single = new Settings(Map.of("agents", "inverters"));
        assertThat(SCENARIO.graph(single).size()).isEqualTo(22);
        assertThat(SCENARIO.agents(single)).allMatch(agent -> agent.numbers() == 1);
        assertThat(SCENARIO.agents(Settings.none()).stream()
                        .mapToInt(agent -> agent.numbers())
                        .sum())
                .isEqualTo(22);
    }

    @Test
    void rulesControlSingleInvertersTheSameWay() {
        try (MeasuredEnvironment zones = open(Map.of());
                MeasuredEnvironment inverters = open(Map.of("agents", "inverters"))) {
            Map<Metric, Double> together = play(zones, "droop", 5);
            Map<Metric, Double> alone = play(inverters, "droop", 5);
            assertThat(figure(alone, Metric.LINE_LOSSES)).isEqualTo(figure(together, Metric.LINE_LOSSES));
        }
    }

    @Test
    void anAgentSeesItsZone() {
        try (MeasuredEnvironment environment = open(Map.of("noise", false))) {
            JointObservation seen = environment.reset(12);
            float[] first = seen.local(0);
            PowerNet net = PowerNet.of(FeederFiles.caracas(), 9, 22, 20, 80);
            List<Integer> buses = net.zones().buses(0);
            assertThat(first).hasSize(4 * buses.size() + 2 * 3);
            InverterState inverter = SensedZones.of(seen).get(0).inverters().get(0);
            int place = buses.indexOf(net.sites().get(0));
            float voltage = first[2 * buses.size() + 6 + place];
            assertThat(voltage).isCloseTo((float) ((inverter.voltage() - 1) / 0.05), within(1e-5f));
            // reactive power of loads by their active power, at a power factor of 0.85
            int loaded = buses.indexOf(34);
            assertThat(first[buses.size() + loaded] / first[loaded])
                    .isCloseTo((float) Math.tan(Math.acos(0.85)), within(1e-5f));
        }
    }

    @Test
    void theReadmeTellsWhereInvertersAre() throws java.io.IOException {
        PowerNet net = PowerNet.of(FeederFiles.caracas(), 9, 22, 20, 80);
        String readme = Files.readString(Path.of("sumo-networks/power-net-141/README.md"));
        int[] sites = readme.lines()
                .filter(line -> line.startsWith("| zone-"))
                .flatMap(line -> Arrays.stream(line.split("\\|", -1)[3].split(",", -1)))
                .mapToInt(bus -> Integer.parseInt(bus.strip()) - 1)
                .toArray();
        assertThat(sites).containsExactly(net.sites().stream().mapToInt(s -> s).toArray());
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> open(Map.of("actionScale", 2)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("actionScale");
        assertThatThrownBy(() -> open(Map.of("sunScale", 0))).hasMessageContaining("sunScale");
        assertThatThrownBy(() -> open(Map.of("failureReward", 5))).hasMessageContaining("failureReward");
        assertThatThrownBy(() -> open(Map.of("reactiveWeight", -1))).hasMessageContaining("reactiveWeight");
    }

    @Test
    void voltagesAndLossesAreKeptOverTime() {
        try (MeasuredEnvironment environment = open(Map.of())) {
            Map<Metric, Double> values = play(environment, "none", 4);
            var series = environment.series();
            assertThat(series).extracting(each -> each.name()).containsExactly("voltages", "line losses");
            List<Double> losses = series.get(1).lines().get(0).values();
            assertThat(losses).hasSize(DECISIONS + 1);
            double mean = losses.subList(1, DECISIONS + 1).stream()
                    .mapToDouble(loss -> loss)
                    .average()
                    .orElseThrow();
            assertThat(figure(values, Metric.LINE_LOSSES)).isCloseTo(mean, within(1e-9));
            assertThat(series.get(0).limits()).hasSize(2);
        }
    }
}

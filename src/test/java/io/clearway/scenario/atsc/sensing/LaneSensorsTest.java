package io.clearway.scenario.atsc.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.Seeds;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.SensedObservation;
import io.clearway.scenario.atsc.FakeSimulation;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.scenario.atsc.TwoSignals;
import io.clearway.setting.Settings;
import io.clearway.simulation.Readings;
import io.clearway.simulation.TrafficCounts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneSensorsTest {
    private static final int MANY = 4000;

    private final FakeSimulation fake = FakeSimulation.busy();
    private SignalScenario scenario;

    @BeforeEach
    void build(@TempDir Path folder) throws IOException {
        scenario = new SignalScenario(TwoSignals.definition(TwoSignals.demand(folder)), fake);
    }

    /** nA has 8 vehicles, 4 of them halting, of which its detector sees 5 and 3; AB leads on to B. */
    @ParameterizedTest
    @CsvSource({
        "all,        8, 4, 5, 3, 12",
        "lane-area,  5, 3, 5, 3, 2",
        "whole-lane, 8, 4, 8, 4, 12",
    })
    void aKindOfSensorTellsWhatItSees(
            String sensors, double vehicles, double halting, double near, double nearHalting, double downstream) {
        SignalReadings seen = first(Map.of("sensors", sensors));
        assertThat(List.of(
                        seen.vehicles(0),
                        seen.halting(0),
                        seen.vehiclesOnDetector(0),
                        seen.haltingOnDetector(0),
                        seen.vehiclesDownstream(1)))
                .containsExactly(vehicles, halting, near, nearHalting, downstream);
    }

    @Test
    void whatIsMeasuredAndRewardedDoesNotDependOnTheSensors() {
        List<Object> exact = play(Map.of());
        for (String sensors : List.of("lane-area", "whole-lane", "induction-loop")) {
            assertThat(play(Map.of("sensors", sensors))).isEqualTo(exact);
        }
        assertThat(play(Map.of("sensorFailures", 1, "sensorNoise", 0.5))).isEqualTo(exact);
    }

    @Test
    void failuresAndNoiseAreDrawnFromTheEpisodesSeedAlone() {
        Map<String, Object> settings = Map.of("sensorFailures", 0.5, "sensorNoise", 0.3, "observation", "full");
        assertThat(seen(settings, 4)).isEqualTo(seen(settings, 4)).isNotEqualTo(seen(settings, 5));
        assertThat(seen(Map.of(), 4)).isEqualTo(seen(Map.of(), 5));
    }

    @Test
    void aFailedSensorTellsNothingOrWhatItToldLast() {
        FaultySensors sensors = faulty(1, 0, 10);
        List<Integer> told = new ArrayList<>();
        for (int reading = 1; reading <= 10; reading++) {
            told.add(reading);
        }
        List<LaneCounts> read = told.stream()
                .map(vehicles -> sensors.read(readings(vehicles)).lanes())
                .toList();
        int sticking = 0;
        for (int lane = 0; lane < MANY; lane++) {
            int at = lane;
            List<Integer> values =
                    read.stream().map(counts -> counts.vehicles(at)).toList();
            int good = (int) IntStream.range(0, 10)
                    .takeWhile(reading -> values.get(reading) == reading + 1)
                    .count();
            int after = good == 10 ? 0 : values.get(9);
            assertThat(after).isIn(0, good);
            assertThat(values.subList(good, 10)).containsOnly(after);
            sticking += after > 0 ? 1 : 0;
        }
        // half of those that fail after their first reading: 4000 × ½ × 9/10, standard deviation 31
        assertThat(sticking).isBetween(1650, 1950);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.25, 1000", "1, 4000"})
    void asManyFailAsTheRateSays(double rate, int expected) {
        FaultySensors sensors = faulty(rate, 0, 1);
        LaneCounts read = sensors.read(readings(3)).lanes();
        long failed = IntStream.range(0, MANY)
                .filter(lane -> read.vehicles(lane) == 0)
                .count();
        assertThat((double) failed).isCloseTo(expected, within(110.0));
    }

    @Test
    void noiseMissesAndRepeatsVehiclesEvenly() {
        LaneCounts read = faulty(0, 0.4, 1).read(readings(10)).lanes();
        double sum = IntStream.range(0, MANY).map(read::vehicles).sum();
        double squares = IntStream.range(0, MANY)
                .map(lane -> (read.vehicles(lane) - 10) * (read.vehicles(lane) - 10))
                .sum();
        // each vehicle adds a variance of 0.4
        assertThat(sum / MANY).isCloseTo(10, within(0.15));
        assertThat(squares / MANY).isCloseTo(4, within(0.5));
        IntStream.range(0, MANY)
                .forEach(lane -> assertThat(read.halting(lane)).isLessThanOrEqualTo(read.vehicles(lane)));
    }

    @Test
    void wholeApproachesCountLanesUpstreamByTheirShares() {
        LaneSensors.Layout layout = new LaneSensors.Layout(
                new int[] {-1, -1, -1}, new int[][] {{2}, {2}, {}}, new double[][] {{0.75}, {0.25}, {}});
        int[][] lanes = {{3, 1, 8}, {2, 0, 6}};
        Readings readings =
                new Readings(5, new int[2][0], lanes, new double[0], List.of(), new TrafficCounts(0, 0, 0, 0, 0, 0));
        LaneSensors.SensorValues values = LaneSensors.wholeApproach(layout).read(readings);
        assertThat(values.detectors()).isSameAs(values.lanes());
        assertThat(IntStream.range(0, 3).map(values.lanes()::vehicles)).containsExactly(8, 3, 8);
        // 4.5 and 1.5 halting vehicles upstream, rounded
        assertThat(IntStream.range(0, 3).map(values.lanes()::halting)).containsExactly(7, 2, 6);
    }

    private static FaultySensors faulty(double failures, double noise, int readings) {
        int[] none = IntStream.range(0, MANY).map(lane -> -1).toArray();
        LaneSensors sound = LaneSensors.all(new LaneSensors.Layout(none));
        return new FaultySensors(sound, failures, noise, new Seeds(5), new FaultySensors.Size(MANY, readings));
    }

    private static Readings readings(int vehicles) {
        int[][] lanes = {
            IntStream.range(0, MANY).map(lane -> vehicles).toArray(),
            IntStream.range(0, MANY).map(lane -> vehicles / 2).toArray()
        };
        return new Readings(5, new int[2][0], lanes, new double[0], List.of(), new TrafficCounts(0, 0, 0, 0, 0, 0));
    }

    private SignalReadings first(Map<String, Object> settings) {
        try (MeasuredEnvironment environment = scenario.open(new Settings(settings), SamplingMode.DECISIONS)) {
            JointObservation seen = environment.reset(1);
            return SensedObservation.readings(seen, SignalReadings.class).get(0);
        }
    }

    private List<Object> play(Map<String, Object> settings) {
        try (MeasuredEnvironment environment = scenario.open(new Settings(settings), SamplingMode.DECISIONS)) {
            environment.reset(1);
            double reward = environment.step(JointAction.of(0, 0)).reward().sum();
            return List.of(reward, environment.measurements());
        }
    }

    private List<List<Float>> seen(Map<String, Object> settings, long seed) {
        List<List<Float>> all = new ArrayList<>();
        try (MeasuredEnvironment environment = scenario.open(new Settings(settings), SamplingMode.DECISIONS)) {
            JointObservation seen = environment.reset(seed);
            for (int decision = 0; decision < 3; decision++) {
                for (float[] local : List.of(seen.local(0), seen.local(1))) {
                    all.add(IntStream.range(0, local.length)
                            .mapToObj(i -> local[i])
                            .toList());
                }
                seen = environment.step(JointAction.of(0, 0)).observation();
            }
        }
        return all;
    }
}

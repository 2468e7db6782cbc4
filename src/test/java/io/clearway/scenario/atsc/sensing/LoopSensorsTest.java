package io.clearway.scenario.atsc.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.network.Controller;
import io.clearway.network.JointObservation;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.scenario.SensedObservation;
import io.clearway.scenario.atsc.ListeningSimulator;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.scenario.atsc.benchmark.Grid5x5;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.setting.Settings;
import io.clearway.simulation.Readings;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.TrafficCounts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LoopSensorsTest {
    private final LoopSensors sensors =
            LoopSensors.of(new LaneSensors.Layout(new int[] {0, -1}), List.of(new Lane("in_0", "in", 0, 200, 14)), 50);
    private final int[] passed = new int[2];
    private final double[] covered = new double[2];
    private double seconds;

    @Test
    void vehiclesBetweenTheLoopsAreThoseThatCameLessThoseThatLeft() {
        tell(0, 0, 0, 0);
        assertThat(tell(3, 0.9, 0, 0).vehicles(0)).isEqualTo(3);
        assertThat(tell(2, 0.9, 1, 1).vehicles(0)).isEqualTo(4);
        assertThat(tell(0, 0, 2, 1.2).vehicles(0)).isEqualTo(2);
        assertThat(tell(0, 0, 2, 1.2).vehicles(1)).isZero();
    }

    @Test
    void somebodyOnTheNearLoopStandsAndSoDoAllBehind() {
        tell(0, 0, 0, 0);
        tell(3, 1, 0, 0);
        LaneCounts standing = tell(0, 0, 1, 4.5);
        assertThat(standing.vehicles(0)).isEqualTo(3);
        assertThat(standing.halting(0)).isEqualTo(3);
        LaneCounts moving = tell(0, 0, 2, 1.5);
        assertThat(moving.vehicles(0)).isZero();
        assertThat(moving.halting(0)).isZero();
    }

    @Test
    void anEmptyStopLineForgetsWhoNeverCame() {
        tell(0, 0, 0, 0);
        tell(4, 1, 0, 0);
        assertThat(tell(1, 0.3, 0, 0).vehicles(0)).isEqualTo(1);
        assertThat(tell(0, 0, 0, 0).vehicles(0)).isZero();
        assertThat(tell(0, 0, 2, 1).vehicles(0)).isZero();
    }

    @Test
    void aCoveredFarLoopMeansAFullStretch() {
        tell(0, 0, 0, 0);
        // (50 − 3) / 7.5 = 6.3 vehicles, and one on the far loop
        assertThat(tell(1, 5, 0, 0).vehicles(0)).isEqualTo(7);
    }

    @Test
    void onRealTrafficTheEstimateIsNearWhatStandsThere() {
        ListeningSimulator.requireSumo();
        Readings[] last = new Readings[1];
        SignalScenario scenario = new SignalScenario(
                Grid5x5.definition(Path.of("sumo-networks")), new ListeningSimulator(readings -> last[0] = readings));
        Controller rule = Objects.requireNonNull(scenario.controllers().get("max-pressure"))
                .fresh(1);
        double error = 0;
        double vehicles = 0;
        int samples = 0;
        try (MeasuredEnvironment environment =
                scenario.open(new Settings(Map.of("sensors", "induction-loop")), SamplingMode.DECISIONS)) {
            JointObservation seen = environment.reset(1);
            for (int decision = 1; decision <= 180; decision++) {
                seen = environment.step(rule.act(seen)).observation();
                for (int agent = 0; decision > 60 && agent < 25; agent++) {
                    ControlledSignal signal = scenario.network().signals().get(agent);
                    SignalReadings told = SensedObservation.readings(seen, SignalReadings.class)
                            .get(agent);
                    for (int lane = 0; lane < signal.incoming().size(); lane++) {
                        int detector = scenario.network()
                                .incomingLanes()
                                .indexOf(signal.incoming().get(lane).id());
                        int truth = last[0].vehiclesOnDetector(detector);
                        error += Math.abs(told.vehicles(lane) - truth);
                        vehicles += truth;
                        samples++;
                    }
                }
            }
        }
        assertThat(vehicles / samples).isGreaterThan(0.5);
        assertThat(error / samples).as("mean error in vehicles").isLessThan(0.6);
    }

    @Test
    void theyTellTheSameHoweverCloselyTheEpisodeIsWatched() {
        ListeningSimulator.requireSumo();
        assertThat(told(SamplingMode.EVERY_SECOND)).isEqualTo(told(SamplingMode.DECISIONS));
    }

    private static List<List<Object>> told(SamplingMode recording) {
        SignalScenario scenario = new SignalScenario(
                Grid5x5.definition(Path.of("sumo-networks")), new ListeningSimulator(readings -> {}));
        Controller rule = Objects.requireNonNull(scenario.controllers().get("max-pressure"))
                .fresh(1);
        List<List<Object>> told = new ArrayList<>();
        try (MeasuredEnvironment environment =
                scenario.open(new Settings(Map.of("sensors", "induction-loop")), recording)) {
            JointObservation seen = environment.reset(1);
            for (int decision = 0; decision < 30; decision++) {
                seen = environment.step(rule.act(seen)).observation();
                SignalReadings own =
                        SensedObservation.readings(seen, SignalReadings.class).get(12);
                told.add(List.of(own.seconds(), own.phase(), own.heldSeconds(), own.approaches(), own.downstream()));
            }
        }
        return told;
    }

    private LaneCounts tell(int came, double farSeconds, int left, double nearSeconds) {
        Readings readings = new Readings(
                        seconds,
                        new int[2][1],
                        new int[2][2],
                        new double[0],
                        List.of(),
                        new TrafficCounts(0, 0, 0, 0, 0, 0))
                .withLoops(
                        new TrafficCounts(0, 0, 0, 0, 0, 0),
                        new int[] {passed[0] += left, passed[1] += came},
                        new double[] {covered[0] += nearSeconds, covered[1] += farSeconds});
        seconds += 5;
        return sensors.read(readings).lanes();
    }
}

package io.clearway.events.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.events.EventLog;
import io.clearway.events.Logs;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures against logs whose values were reckoned by hand: 100 s, greens from 10 s to 30 s and from 60 s to 80 s. */
class SignalPerformanceTest {
    private static final double TOLERANCE = 1e-9;

    @TempDir
    Path folder;

    private PhasePerformance measure(String... detectors) {
        return SignalPerformance.of(log(detectors), Logs.SITE).phases().get(0);
    }

    private EventLog log(String... detectors) {
        String[] phases = {
            "10 1 1", "30 4 1", "30 8 1", "33 9 1", "33 10 1", "35 11 1", "60 1 1", "80 5 1", "80 8 1", "84 9 1"
        };
        String[] all = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(phases), java.util.Arrays.stream(detectors))
                .sorted(java.util.Comparator.comparingDouble(
                        (String row) -> Double.parseDouble(row.substring(0, row.indexOf(' ')))))
                .toArray(String[]::new);
        return Logs.write(folder, 100, all);
    }

    @Test
    void volumeCountsWhoCrossesTheStopLineByLane() {
        PhasePerformance.Volume volume = measure(
                        "12 82 3", "12.5 81 3", "15 82 3", "31 82 5", "33 82 3", "83 82 3", "90 82 5", "95 82 1")
                .volume();
        assertThat(volume.vehicles()).isEqualTo(6);
        assertThat(volume.perHour()).isEqualTo(216);
        assertThat(volume.turns()).isEqualTo(Map.of("s", 4, "l", 2));
        // 31 s and 83 s on yellow; 33 s, when red begins, and 90 s on red
        assertThat(volume.yellow()).isEqualTo(2);
        assertThat(volume.red()).isEqualTo(2);
        // 1,900 veh/h · 2 lanes · 40 s of green
        assertThat(volume.toCapacity()).isCloseTo(6 / (1900 * 2 * 40 / 3600.0), within(TOLERANCE));
    }

    @Test
    void arrivalsAreAtTheStopLineFourSecondsAfterTheDetector() {
        // at the stop line at 10 s (green begins), 29.9 (green), 30 (yellow), 44 (red), 70 (green); one after the end
        PhasePerformance.Progression progression = measure(
                        "6 82 1", "25.9 82 1", "26 82 1", "40 82 1", "66 82 1", "97 82 1")
                .progression();
        assertThat(progression.arrivals()).isEqualTo(5);
        assertThat(progression.onGreen()).isCloseTo(0.6, within(TOLERANCE));
        assertThat(progression.platoonRatio()).isCloseTo(0.6 / 0.4, within(TOLERANCE));
    }

    @Test
    void aSplitFailsWhereGreenAndTheFirstSecondsOfRedAreOccupied() {
        // green of 20 s: occupied 8 to 20 and, on the other lane, 18 to 32.9 or 26; red from 33: 34 to 38
        PhasePerformance.Splits splits = measure(
                        "8 82 2", "20 81 2", "18 82 4", "32.9 81 4", "34 82 2", "50 81 2", "70 82 2", "75 81 2")
                .splits();
        assertThat(splits.failures().cycles()).isEqualTo(2);
        assertThat(splits.failures().failed()).isEqualTo(1);
        assertThat(splits.failures().greenOccupancy()).isCloseTo((1 + 0.25) / 2, within(TOLERANCE));
        assertThat(splits.failures().redOccupancy()).isCloseTo((0.8 + 0) / 2, within(TOLERANCE));
        assertThat(splits.utilization()).isCloseTo(25.0 / 40, within(TOLERANCE));
    }

    @Test
    void justBelowTheLimitNoSplitFails() {
        // 15.7 of 20 s are 78.5 %
        PhasePerformance.Splits splits =
                measure("10 82 2", "25.7 81 2", "33 82 2", "40 81 2").splits();
        assertThat(splits.failures().failed()).isZero();
        assertThat(splits.failures().redOccupancy()).isCloseTo(0.5, within(TOLERANCE));
    }

    @Test
    void splitsLastFromGreenToTheEndOfTheRedClearance() {
        PhasePerformance phase = measure();
        // 10 to 35 with red clearance, 60 to 84 without
        assertThat(phase.splits().count()).isEqualTo(2);
        assertThat(phase.splits().meanSeconds()).isCloseTo(24.5, within(TOLERANCE));
        assertThat(phase.splits().percentile85Seconds()).isCloseTo(25, within(TOLERANCE));
        assertThat(phase.splits().greenSeconds()).isCloseTo(40, within(TOLERANCE));
        assertThat(phase.terminations()).isEqualTo(new PhasePerformance.Terminations(1, 1, 0));
        assertThat(phase.volume().vehicles()).isZero();
        assertThat(phase.progression().onGreen()).isNaN();
    }

    @Test
    void pedestriansWaitFromTheFirstCallToWalk() {
        PhasePerformance crossing = SignalPerformance.of(
                        Logs.write(folder, 100, "5 45 2", "8 45 2", "20 21 2", "40 21 2", "50 45 2", "54 21 2"),
                        Logs.SITE)
                .phases()
                .get(1);
        assertThat(crossing.pedestrians()).isEqualTo(new PhasePerformance.Pedestrians(2, (15 + 4) / 2.0, 15));
    }

    @Test
    void theDiagramHasWholeCyclesFromRedToRedAndTheArrivalsWithin() {
        CoordinationDiagram diagram =
                CoordinationDiagram.of(log("26 82 1", "40 82 1", "66 82 1", "90 82 1"), Logs.SITE, 1);
        assertThat(diagram.cycles()).containsExactly(new CoordinationDiagram.Cycle(330, 600, 800, 840));
        assertThat(diagram.arrivals())
                .containsExactly(
                        new CoordinationDiagram.Arrival(440, 110, false),
                        new CoordinationDiagram.Arrival(700, 370, true));
    }

    @Test
    void aPhaseThatFollowsItselfAfterRedClearanceHasNoSplitOfNoLength() {
        String[] rows = {
            "10 1 1", "30 8 1", "33 9 1", "33 10 1", "40 11 1", "40 1 1", "60 7 1", "60 8 1", "63 9 1", "63 10 1",
            "70 11 1"
        };
        PhasePerformance.Splits splits = SignalPerformance.of(Logs.write(folder, 100, rows), Logs.SITE)
                .phases()
                .get(0)
                .splits();
        assertThat(splits.count()).isEqualTo(2);
        assertThat(splits.meanSeconds()).isEqualTo(30);
    }
}

package io.clearway.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.metric.Metric;
import io.clearway.training.EpisodeDetails;
import io.clearway.training.EpisodeResult;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControllerTableTest {
    private static EpisodeResult result(String controller, long seed, double timeInSystem) {
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            metrics.put(metric, 1.0);
        }
        metrics.put(Metric.TIME_IN_SYSTEM, timeInSystem);
        return new EpisodeResult(controller, seed, metrics, EpisodeDetails.NONE, "SUMO 1.15.0", "abc");
    }

    private final ControllerTable table = new ControllerTable(List.of(
            result("dmpo", 1, 400),
            result("dmpo", 2, 500),
            result("fixed-time", 1, 1300),
            result("fixed-time", 2, 1402)));

    @Test
    void aControllersMeanIsOverItsSeeds() {
        assertThat(table.interval("dmpo", Metric.TIME_IN_SYSTEM).mean()).isEqualTo(450);
    }

    @Test
    void differencesAreTakenSeedBySeed() {
        var difference = table.paired("dmpo", "fixed-time", Metric.TIME_IN_SYSTEM);
        assertThat(difference.mean()).isEqualTo(-901);
        assertThat(difference.belowZero()).isTrue();
    }

    @Test
    void everyLineFitsATerminalOfEightyColumns() {
        assertThat(table.render(false).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(table.render(false)).contains("450 ± 635").contains("fixed-time");
    }

    @Test
    void withoutATimeInSystemTheScoreDecides() {
        Map<Metric, Double> metrics = Map.of(Metric.PAPER_REWARD, -81.25, Metric.MEAN_SPEED, 14.999);
        var platoon = new ControllerTable(
                List.of(new EpisodeResult("constant", 1, metrics, EpisodeDetails.NONE, "none", "abc")));
        assertThat(platoon.render(false))
                .contains("score")
                .contains("-81.25")
                .contains("15.00")
                .doesNotContain("time in system")
                .doesNotContain("±")
                .doesNotContain("collisions");
    }

    @Test
    void anUnmeasuredControllerIsNamed() {
        assertThatThrownBy(() -> table.interval("greedy", Metric.ARRIVED)).hasMessageContaining("greedy");
    }

    @Test
    void aRowHoldsEveryDocumentedField() {
        assertThat(EvaluationRow.of(result("dmpo", 7, 400)))
                .containsOnlyKeys(
                        "controller",
                        "seed",
                        "decisions",
                        "loaded",
                        "arrived",
                        "running",
                        "waitingToEnter",
                        "teleports",
                        "collisions",
                        "daysAboveBeds",
                        "deaths",
                        "meanQueueVehicles",
                        "maxQueueVehicles",
                        "spillbackShare",
                        "delaySeconds",
                        "delayMedianSeconds",
                        "delayPercentile85Seconds",
                        "delayPercentile95Seconds",
                        "timeLossSeconds",
                        "travelTimeSeconds",
                        "stoppedSeconds",
                        "stops",
                        "fuelKilograms",
                        "carbonDioxideKilograms",
                        "meanWaitingSeconds",
                        "systemWaitingSeconds",
                        "meanTripSeconds",
                        "meanSpeedMetersPerSecond",
                        "meanHeadwayMeters",
                        "timeInSystemVehicleHours",
                        "meanCriticalPersons",
                        "peakCriticalPersons",
                        "peakInfectedPersons",
                        "mortality",
                        "meanStage",
                        "paperReward",
                        "targetDistance",
                        "voltagesSafeShare",
                        "allVoltagesSafeShare",
                        "voltageDeviation",
                        "decisionsUntilSafe",
                        "meanReactivePowerMegavars",
                        "lineLossesMegawatts",
                        "wallSeconds",
                        "sumoVersion",
                        "scenarioHash")
                .containsEntry("seed", 7L)
                .containsEntry("arrived", 1L);
    }
}

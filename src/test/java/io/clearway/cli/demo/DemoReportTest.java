package io.clearway.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.metric.Metric;
import io.clearway.training.EpisodeDetails;
import io.clearway.training.EpisodeResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoReportTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static DemoReport report(double dmpo) {
        return report(dmpo, """
                {"ruleKept": false, "text": "took the checkpoint of round 9"}""");
    }

    private static DemoReport report(double dmpo, String selection) {
        List<EpisodeResult> results = new ArrayList<>();
        for (long seed = 100; seed < 103; seed++) {
            results.add(result(DemoPlan.ALGORITHM, seed, dmpo + seed));
            results.add(result("fixed-time", seed, 1300.0 + 2 * seed));
            results.add(result("max-pressure", seed, 500.0 + 2 * seed));
        }
        JsonNode deployment = JSON.readTree("""
                {"state": "RELEASED", "traffic": {"departed": 9, "arrived": 7, "meanQueueVehicles": 0.5}}""");
        return new DemoReport(
                DemoPlan.quick(1),
                new DemoReport.Trained("run-1", JSON.readTree(selection), results),
                new DemoLive.Outcome(deployment, 300),
                Map.of("training", 40.0));
    }

    private static EpisodeResult result(String controller, long seed, double timeInSystem) {
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            metrics.put(metric, 10.0);
        }
        metrics.put(Metric.TIME_IN_SYSTEM, timeInSystem);
        return new EpisodeResult(controller, seed, metrics, EpisodeDetails.NONE, "SUMO 1.15.0", "abc");
    }

    @Test
    void comparisonsArePairedDifferencesToFixedTimeAndToTheBestRule() {
        assertThat(report(400).text(false))
                .contains("dppo is better than fixed-time: time in system -1001.0 ± 2.5 veh·h (-67 %)")
                .contains("dppo is better than max-pressure: time in system -201.0 ± 2.5 veh·h");
    }

    @Test
    void aLossIsStatedAsPlainlyAsAWin() {
        assertThat(report(900).text(false))
                .contains("dppo is better than fixed-time")
                .contains("dppo is worse than max-pressure");
    }

    @Test
    void whatCannotBeDistinguishedIsNotCalledAWin() {
        List<EpisodeResult> results = List.of(
                result(DemoPlan.ALGORITHM, 1, 500),
                result(DemoPlan.ALGORITHM, 2, 1500),
                result("fixed-time", 1, 1500),
                result("fixed-time", 2, 600));
        String text = new DemoReport(
                        DemoPlan.quick(1),
                        new DemoReport.Trained("run", JSON.missingNode(), results),
                        new DemoLive.Outcome(JSON.missingNode(), 0),
                        Map.of())
                .text(false);
        assertThat(text).contains("dppo is not distinguishable from fixed-time");
    }

    @Test
    void thePolicyThatComesWithClearwayIsComparedToTheBestRuleAndIsNone() {
        List<EpisodeResult> results = List.of(
                result(DemoPlan.ALGORITHM, 1, 500),
                result(DemoPlan.ALGORITHM, 2, 510),
                result("fixed-time", 1, 1500),
                result("fixed-time", 2, 1600),
                result(DemoPlan.POLICY, 1, 100),
                result(DemoPlan.POLICY, 2, 210));
        String text = new DemoReport(
                        DemoPlan.quick(1),
                        new DemoReport.Trained("run", JSON.missingNode(), results),
                        new DemoLive.Outcome(JSON.missingNode(), 0),
                        Map.of())
                .text(false);
        assertThat(text)
                .contains("dppo is better than fixed-time: time in system -1045 ±")
                .contains("monaco-dppo is better than fixed-time: time in system -1395 ±");
    }

    @Test
    void whichPolicyItIsIsSaidInPlainWords() {
        assertThat(report(400).text(false)).contains("Final policy  The run took the checkpoint of round 9.");
        String kept = report(700, """
                {"rule": "max-pressure", "ruleKept": true, "text": "kept the rule max-pressure: no checkpoint was better"}""").text(false);
        assertThat(kept)
                .contains("The run kept the rule max-pressure: no checkpoint was better.")
                .contains("the row dppo shows the rule max-pressure")
                .contains("dppo is max-pressure itself")
                .contains("dppo is better than fixed-time");
    }

    @Test
    void theReportFileHoldsTableSeedsVersionSpeedAndTimes() {
        JsonNode json = JSON.valueToTree(report(400).asJson());
        assertThat(json.path("table").size()).isEqualTo(3);
        assertThat(json.path("evaluationSeeds").toString()).isEqualTo("[100,101,102]");
        assertThat(json.path("sumoVersion").asString()).isEqualTo("1.15.0");
        assertThat(json.path("couplingSpeed").path("simulatedSecondsPerSecond").asDouble())
                .isEqualTo(360);
        assertThat(json.path("wallSeconds").path("training").asDouble()).isEqualTo(40);
        assertThat(json.path("episodes").size()).isEqualTo(9);
        assertThat(json.path("live").path("deployment").path("state").asString())
                .isEqualTo("RELEASED");
    }
}

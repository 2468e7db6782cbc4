package io.clearway.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.metric.ControlDelay;
import io.clearway.metric.Metric;
import io.clearway.metric.SignalMeasures;
import io.clearway.metric.SignalMeasures.Approach;
import io.clearway.metric.SignalMeasures.Movement;
import io.clearway.metric.TravelReport;
import io.clearway.report.HtmlReport;
import io.clearway.setting.InvalidSetting;
import io.clearway.training.EpisodeDetails;
import io.clearway.training.EpisodeResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BeforeAfterTest {
    private static final int SEEDS = 5;
    private static final Map<String, Object> STANDARD = Map.of("control", "agents", "timings", "standard");

    /** Time in system falls by 10, the second of two approaches loses 5 s per vehicle. */
    private static List<EpisodeResult> results() {
        List<EpisodeResult> results = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            results.add(result("old", seed, 100 + seed, 20, STANDARD));
            results.add(result("new", seed, 90 + seed + 0.1 * (seed % 2), 25 + 0.1 * (seed % 2), STANDARD));
        }
        return results;
    }

    private static EpisodeResult result(
            String controller, long seed, double hours, double secondDelay, Map<String, Object> settings) {
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        metrics.put(Metric.TIME_IN_SYSTEM, hours);
        metrics.put(Metric.LOADED, 1000.0);
        metrics.put(Metric.TELEPORTS, 0.0);
        metrics.put(Metric.COLLISIONS, 0.0);
        var signal = new SignalMeasures(
                "J",
                new ControlDelay(20, 10 * 30 + 10 * secondDelay),
                List.of(approach("north", 10, 300), approach("east", 10, 10 * secondDelay), approach("west", 0, 9)));
        return new EpisodeResult(
                controller,
                seed,
                metrics,
                new EpisodeDetails(List.of(), new TravelReport(Map.of(), List.of(signal)), settings),
                "SUMO 1.15.0",
                "abc");
    }

    private static Approach approach(String road, double vehicles, double lost) {
        var delay = new ControlDelay(vehicles, lost);
        return new Approach(road, delay, List.of(new Movement("south", delay)));
    }

    private static List<EpisodeResult> changed(UnaryOperator<EpisodeResult> change) {
        return results().stream()
                .map(result -> result.controller().equals("new") ? change.apply(result) : result)
                .toList();
    }

    private static EpisodeResult with(EpisodeResult result, Metric metric, double value) {
        Map<Metric, Double> metrics = new EnumMap<>(result.metrics());
        metrics.put(metric, value);
        return new EpisodeResult(
                result.controller(),
                result.seed(),
                metrics,
                result.details(),
                result.simulator(),
                result.scenarioHash());
    }

    private static EpisodeResult with(EpisodeResult result, Map<String, Object> settings) {
        return new EpisodeResult(
                result.controller(),
                result.seed(),
                result.metrics(),
                new EpisodeDetails(List.of(), result.details().travel(), settings),
                result.simulator(),
                result.scenarioHash());
    }

    @Test
    void namesWhoWinsAndWhoLoses() {
        BeforeAfter comparison = ControllerComparison.of(results(), "old", "new");
        assertThat(comparison.gates()).noneMatch(ValidityGate::failed);
        assertThat(comparison.conclusion())
                .startsWith("new is better than old in time in system: -9.960 ± 0.068 veh·h")
                .contains("on 5 seeds")
                .contains("Worse off: 3 of");
        assertThat(comparison.losers())
                .anySatisfy(text ->
                        assertThat(text).contains("approach J from east").contains("+5.0"))
                .anySatisfy(text -> assertThat(text).contains("signal J"));
        assertThat(comparison.winners()).hasSize(1);
        // nobody passed there on either side, so that there is no delay per vehicle, and nothing changed
        assertThat(comparison.measures())
                .filteredOn(measure -> measure.subject().equals("J from west"))
                .singleElement()
                .satisfies(measure -> {
                    assertThat(measure.measure()).isEqualTo("seeds on which nobody passed");
                    assertThat(measure.change().worse()).isFalse();
                });
    }

    @Test
    void whoeverIsNoLongerServedLoses() {
        List<EpisodeResult> results = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            results.add(starving("old", seed, 5));
            results.add(starving("new", seed, seed == 3 ? 0 : 5));
        }
        assertThat(ControllerComparison.of(results, "old", "new").losers())
                .anySatisfy(text -> assertThat(text).contains("J from west", "seeds on which nobody passed"));
        assertThat(ControllerComparison.of(results, "new", "old").losers()).isEmpty();
    }

    private static EpisodeResult starving(String controller, int seed, double vehicles) {
        var signal = new SignalMeasures("J", new ControlDelay(20, 100), List.of(approach("west", vehicles, 400)));
        EpisodeResult result = result(controller, seed, 100, 20, STANDARD);
        return new EpisodeResult(
                controller,
                seed,
                result.metrics(),
                new EpisodeDetails(List.of(), new TravelReport(Map.of(), List.of(signal)), STANDARD),
                result.simulator(),
                result.scenarioHash());
    }

    @Test
    void aFailedConditionForbidsAConclusion() {
        assertThat(ControllerComparison.of(changed(result -> with(result, Metric.TELEPORTS, 30)), "old", "new")
                        .conclusion())
                .isEqualTo("No conclusion: the comparison fails on teleports.");
        assertThat(ControllerComparison.of(changed(result -> with(result, Metric.COLLISIONS, 1)), "old", "new")
                        .conclusion())
                .contains("collisions");
        assertThat(ControllerComparison.of(changed(result -> with(result, Metric.LOADED, 999)), "old", "new")
                        .conclusion())
                .contains("demand");
        assertThat(ControllerComparison.of(results().subList(0, 6), "old", "new")
                        .conclusion())
                .contains("seeds");
    }

    @Test
    void theNetworksOwnProgramIsComparedUnderItsOwnersTimesOnly() {
        List<EpisodeResult> program = changed(result -> with(result, Map.of("control", "program")));
        BeforeAfter unequal = ControllerComparison.of(program, "old", "new");
        assertThat(unequal.conclusion()).contains("yellow and clearance");
        assertThat(unequal.gates()).anySatisfy(gate -> assertThat(gate.text()).contains("timings=owner"));
        List<EpisodeResult> equal = program.stream()
                .map(result -> result.controller().equals("old")
                        ? with(result, Map.of("control", "agents", "timings", "owner"))
                        : result)
                .toList();
        assertThat(ControllerComparison.of(equal, "old", "new").gates()).noneMatch(ValidityGate::failed);
        assertThat(ControllerComparison.of(changed(result -> with(result, Map.of())), "old", "new")
                        .conclusion())
                .contains("yellow and clearance");
    }

    @Test
    void writesAPageAndATable() {
        BeforeAfter comparison = ControllerComparison.of(results(), "old", "new");
        String page = HtmlReport.render(BeforeAfterReport.of(comparison));
        assertThat(page)
                .contains("Who loses")
                .contains("By approach")
                .contains("25.0")
                .contains("(C)");
        assertThat(BeforeAfterReport.csv(comparison).lines().toList())
                .hasSize(1 + comparison.measures().size())
                .startsWith("group,subject,measure,unit,before,after,difference,half_width,judgment")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("all,all,time in system,veh·h,102.0,92.")
                        .endsWith(",better"));
    }

    @Test
    void refusesControllersThatWereNotEvaluated() {
        assertThatThrownBy(() -> ControllerComparison.of(results(), "old", "other"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("after: ")
                .hasMessageContaining("old, new");
        assertThatThrownBy(() -> ControllerComparison.of(
                        List.of(result("old", 1, 1, 1, STANDARD), result("new", 2, 1, 1, STANDARD)), "old", "new"))
                .hasMessageContaining("no seed in common");
    }
}

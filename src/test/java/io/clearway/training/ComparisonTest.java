package io.clearway.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clearway.metric.Metric;
import io.clearway.training.Comparison.Judgment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static List<EpisodeResult> results(String controller, Metric metric, double... values) {
        List<EpisodeResult> results = new ArrayList<>();
        for (int seed = 0; seed < values.length; seed++) {
            results.add(new EpisodeResult(
                    controller, seed, Map.of(metric, values[seed]), EpisodeDetails.NONE, "SUMO 1.15.0", "abc"));
        }
        return results;
    }

    private static List<EpisodeResult> both(List<EpisodeResult> some, List<EpisodeResult> others) {
        List<EpisodeResult> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static List<EpisodeResult> hours(String controller, double... values) {
        return results(controller, Metric.TIME_IN_SYSTEM, values);
    }

    /** Differences −100, −90, −110: t(2) = 4.303, so 4.303 · 10/√3 = 24.8; of a mean of 520 that is −19 %. */
    @Test
    void aGainHasItsSizeItsIntervalItsShareAndItsSeeds() {
        List<EpisodeResult> results = both(hours("dppo", 400, 420, 440), hours("gating", 500, 510, 550));
        assertThat(Comparison.of(results, "dppo"))
                .singleElement()
                .satisfies(comparison -> assertThat(comparison.judgment()).isEqualTo(Judgment.BETTER))
                .extracting(Comparison::text)
                .isEqualTo("dppo is better than gating: time in system -100 ± 25 veh·h (-19 %),"
                        + " paired on 3 seeds, 95 % interval");
        assertThat(Comparison.of(results, "gating"))
                .extracting(Comparison::judgment)
                .containsExactly(Judgment.WORSE);
    }

    @Test
    void whereMoreIsBetterAHigherScoreWins() {
        List<EpisodeResult> results = both(
                results("dmpo", Metric.PAPER_REWARD, -10, -11, -12),
                results("idm", Metric.PAPER_REWARD, -20, -21, -22.5));
        assertThat(Comparison.of(results, "dmpo").get(0).judgment()).isEqualTo(Judgment.BETTER);
    }

    @Test
    void anIntervalThatIncludesZeroIsNoWin() {
        List<EpisodeResult> results = both(hours("dppo", 400, 600), hours("gating", 500, 510));
        assertThat(Comparison.of(results, "dppo").get(0).text())
                .startsWith("dppo is not distinguishable from gating: ");
    }

    @Test
    void aSingleSeedGivesAFigureAndNoVerdict() {
        List<EpisodeResult> results = both(hours("dppo", 400), hours("gating", 500));
        assertThat(Comparison.of(results, "dppo").get(0).text())
                .isEqualTo("dppo is not yet to be judged against gating: time in system -100 veh·h (-20 %) on one seed,"
                        + " which gives no interval")
                .doesNotContain("±");
    }

    @Test
    void aRunThatKeptTheRuleIsTheSameAsTheRule() {
        List<EpisodeResult> results = both(hours("dppo", 400, 410), hours("gating", 400, 410));
        assertThat(Comparison.of(results, "dppo").get(0).text()).isEqualTo("dppo is the same as gating on 2 seeds");
    }

    @Test
    void policiesAreHeldAgainstEachRuleAndRulesAloneAgainstTheBest() {
        List<EpisodeResult> rules = both(hours("fixed-time", 900, 910), hours("gating", 500, 510));
        List<EpisodeResult> all = both(hours("dppo", 400, 420), rules);
        assertThat(Comparison.ofAll(all, name -> !name.equals("dppo")))
                .extracting(Comparison::controller, Comparison::rival)
                .containsExactly(tuple("dppo", "fixed-time"), tuple("dppo", "gating"));
        assertThat(Comparison.ofAll(rules, name -> true))
                .extracting(Comparison::controller, Comparison::rival)
                .containsExactly(tuple("fixed-time", "gating"));
        assertThat(Comparison.ofAll(all, name -> false))
                .extracting(Comparison::rival)
                .containsExactly("dppo", "dppo");
    }

    @Test
    void nothingIsSaidOfEpisodesThatMeasuredNothingThatDecides() {
        assertThat(Comparison.of(
                        both(results("a", Metric.MEAN_SPEED, 1, 2), results("b", Metric.MEAN_SPEED, 1, 2)), "a"))
                .isEmpty();
        assertThat(Comparison.of(List.of(), "a")).isEmpty();
    }
}

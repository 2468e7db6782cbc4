package io.clearway.cli.report;

import io.clearway.metric.Metric;
import io.clearway.training.EpisodeReport;
import io.clearway.training.EpisodeResult;
import java.util.List;
import java.util.Map;

/**
 * A run as a report shows it.
 *
 * @param name what to call it: unique within a report
 * @param scenario name of the scenario
 * @param algorithm name of the algorithm
 * @param episodes of training, in order
 * @param results of the evaluation on held-out seeds; empty when there was none
 * @param provenance what it takes to repeat the run, by what it is: seed, settings, versions, hashes
 * @param command for a shell, which repeats the run; empty where it is not known
 */
public record ReportedRun(
        String name,
        String scenario,
        String algorithm,
        List<Episode> episodes,
        List<EpisodeResult> results,
        Map<String, String> provenance,
        String command) {
    /** The same run by another name. */
    public ReportedRun named(String other) {
        return new ReportedRun(other, scenario, algorithm, episodes, results, provenance, command);
    }

    /**
     * A training episode.
     *
     * @param number counted from 0
     * @param controller who chose the actions: {@code learner}, or the name of the rule of a warm start
     * @param decisions joint decisions of the run at its end
     * @param metrics what was measured
     */
    public record Episode(int number, String controller, int decisions, Map<Metric, Double> metrics) {
        /** Whether the learner played it. */
        public boolean own() {
            return controller.equals(EpisodeReport.LEARNER);
        }
    }
}

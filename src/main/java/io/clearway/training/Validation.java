package io.clearway.training;

import io.clearway.scenario.Scenario;
import io.clearway.scenario.Scenario.SamplingMode;
import io.clearway.training.Evaluation.HeldOutEpisode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays policies on validation seeds, and reports how far it is. */
final class Validation {
    private final Evaluation evaluation;
    private final TrainingListener listener;
    private final int episodes;
    private int done;

    /**
     * @param parallelEpisodes episodes played at the same time; the results do not depend on it
     * @param episodes that will be played altogether
     */
    Validation(Scenario scenario, int parallelEpisodes, TrainingListener listener, int episodes) {
        // the traffic and its totals are the same as with samples every second, which take longer
        this.evaluation = new Evaluation(scenario, parallelEpisodes, SamplingMode.DECISIONS);
        this.listener = listener;
        this.episodes = episodes;
        listener.validated(done, episodes);
    }

    /**
     * How the policies do on the same seeds; empty when stopped on the way.
     *
     * @throws io.clearway.setting.InvalidSetting when the scenario measures nothing to compare by
     */
    Optional<Scores> play(List<TrainedPolicy> policies, List<Long> seeds) {
        List<HeldOutEpisode> planned = new ArrayList<>();
        for (int policy = 0; policy < policies.size(); policy++) {
            for (long seed : seeds) {
                planned.add(episode(policy, policies.get(policy), seed));
            }
        }
        List<EpisodeResult> results =
                evaluation.evaluate(planned, listener::stopRequested, result -> listener.validated(++done, episodes));
        return results.size() < planned.size() ? Optional.empty() : Optional.of(Scores.of(results, seeds.size()));
    }

    private static HeldOutEpisode episode(int number, TrainedPolicy policy, long seed) {
        return new HeldOutEpisode(String.valueOf(number), policy.controllers(), policy.scenarioSettings(), seed);
    }
}

package io.clearway.runs;

import io.clearway.training.EpisodeReport;
import io.clearway.training.EpisodeResult;

/** Told how the runs of this service's workers go, on their own threads: must return at once and must not fail. */
public interface RunListener {
    /**
     * A worker of this service has a run now.
     *
     * @param run as it was when it was taken
     * @param attempt workers that took it, this one included, since it last came further
     */
    void taken(Run run, int attempt);

    /** A training episode of it is over and kept. */
    void episode(Run run, EpisodeReport report);

    /** A held-out episode of it is over and kept. */
    void evaluated(Run run, EpisodeResult result);

    /** The worker is done with it: it is over, handed back, or somebody else's. */
    void left(Run run);
}

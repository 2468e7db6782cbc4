package io.clearway.runs;

import io.clearway.training.EpisodeReport;
import io.clearway.training.EpisodeResult;

/** Observes the runs of this service's workers, on their threads; must return at once and must not fail. */
public interface RunListener {
    /**
     * A worker of this service has a run now.
     *
     * @param run as it was when it was taken
     * @param attempt number of workers that took it since its last progress, this one included
     */
    void taken(Run run, int attempt);

    /** A training episode of it is over and kept. */
    void episode(Run run, EpisodeReport report);

    /** A held-out episode of it is over and kept. */
    void evaluated(Run run, EpisodeResult result);

    /** The worker has stopped working on it: it is over, returned to the queue, or taken by another worker. */
    void left(Run run);
}

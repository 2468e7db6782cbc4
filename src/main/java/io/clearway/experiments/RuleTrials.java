package io.clearway.experiments;

import io.clearway.training.EpisodeResult;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The trials of rules as workers see them. */
public interface RuleTrials {
    /**
     * A trial that is queued.
     *
     * @param experiment its experiment
     * @param number its place among the trials
     * @param round counts how often it was queued; what a worker writes for an older one changes nothing
     */
    record Place(UUID experiment, int number, int round) {
        /** As one word. */
        @Override
        public String toString() {
            return "%s/%d/%d".formatted(experiment, number, round);
        }

        /** The place of such a word. */
        public static Place of(String word) {
            String[] parts = word.split("/", -1);
            return new Place(UUID.fromString(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        }
    }

    /**
     * A trial that a worker has taken.
     *
     * @param source description of its experiment
     * @param content everything that its result depends on, as JSON, as it was when it was submitted
     * @param attempt number of workers that took it since its last episode, this one included
     * @param played seeds of the episodes that are kept
     */
    record Taken(ExperimentSource source, String content, int attempt, Set<Long> played) {}

    /** Takes a trial; empty when it is over, canceled, or was queued again. */
    Optional<Taken> take(Place place);

    /** Whether it is still to be played. */
    boolean isWanted(Place place);

    /** Keeps an episode; one that is kept already stays, as both are the same. */
    void add(Place place, EpisodeResult result);

    /** Marks the trial as finished. */
    void finish(Place place);

    /** Marks the trial as failed, with an error message. */
    void fail(Place place, String message);

    /** Returns the trial to the queue. */
    void handBack(Place place);
}

package io.clearway.training;

import io.clearway.network.Seeds;
import io.clearway.setting.InvalidSetting;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How the final policy of a run is chosen: arguments of the run, whatever its algorithm.
 *
 * @param validationSeeds seeds to choose on, 4 to 1000: the first half chooses among the checkpoints, the rest compares
 *     the best one with the rule; 0 takes the last checkpoint without choosing
 * @param candidates most checkpoints to choose among, 1 to 50
 */
public record SelectionSettings(int validationSeeds, int candidates) {
    /** Validation seeds by default: eight to choose on, eight to compare on. */
    public static final int DEFAULT_VALIDATION_SEEDS = 16;

    /** Checkpoints to choose among by default. */
    public static final int DEFAULT_CANDIDATES = 4;

    /** The last checkpoint is the final policy. */
    public static final SelectionSettings NONE = new SelectionSettings(0, 1);

    // an interval needs two seeds, and so does a mean worth choosing by
    private static final int FEWEST_SEEDS = 4;
    private static final int MOST_SEEDS = 1000;
    private static final int MOST_CANDIDATES = 50;

    // not "episode", the purpose of the seeds of training
    private static final String PURPOSE = "validation";

    public SelectionSettings {
        if (validationSeeds != 0 && (validationSeeds < FEWEST_SEEDS || validationSeeds > MOST_SEEDS)) {
            throw new InvalidSetting(
                    "validationSeeds",
                    validationSeeds,
                    "give 0 for none, or a whole number from %d to %d".formatted(FEWEST_SEEDS, MOST_SEEDS));
        }
        if (candidates < 1 || candidates > MOST_CANDIDATES) {
            throw new InvalidSetting("candidates", candidates, "give a whole number from 1 to " + MOST_CANDIDATES);
        }
    }

    /** What a run has that asks for nothing else. */
    public static SelectionSettings defaults() {
        return new SelectionSettings(DEFAULT_VALIDATION_SEEDS, DEFAULT_CANDIDATES);
    }

    /** Whether the final policy is chosen at all. */
    public boolean wanted() {
        return validationSeeds > 0;
    }

    /** Seeds on which the best checkpoint is chosen. */
    List<Long> choosing(Seeds seeds) {
        return seeds(seeds, 0, validationSeeds / 2);
    }

    /** Seeds on which the best checkpoint is compared with the rule: others, as the best one had luck on its own. */
    List<Long> comparing(Seeds seeds) {
        return seeds(seeds, validationSeeds / 2, validationSeeds);
    }

    private static List<Long> seeds(Seeds seeds, int from, int to) {
        return LongStream.range(from, to)
                .mapToObj(index -> seeds.of(PURPOSE, index))
                .toList();
    }
}

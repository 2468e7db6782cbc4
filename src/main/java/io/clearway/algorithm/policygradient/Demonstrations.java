package io.clearway.algorithm.policygradient;

import static io.clearway.setting.Bounds.atLeast;

import io.clearway.algorithm.Learner.Pretraining;
import io.clearway.algorithm.Learner.WarmStart;
import io.clearway.algorithm.WarmStartEpisodes;
import java.util.Optional;

/**
 * Which rule a learner starts from.
 *
 * @param warmStart rule whose episodes are learned from first; {@code reference} for the scenario's reference rule,
 *     empty for none
 * @param warmStartEpisodes how many
 */
public record Demonstrations(String warmStart, int warmStartEpisodes) {
    public Demonstrations {
        atLeast("warmStartEpisodes", warmStartEpisodes, warmStart.isEmpty() ? 0 : 1);
    }

    /** The same for whom it concerns outside: rule and number of episodes; empty without a rule. */
    public Optional<WarmStartEpisodes> planned() {
        return warmStart.isEmpty()
                ? Optional.empty()
                : Optional.of(new WarmStartEpisodes(warmStart, warmStartEpisodes));
    }

    /** The warm start before the very first round, pretraining in this way; empty without a rule and later. */
    public Optional<WarmStart> before(int rounds, Pretraining pretraining) {
        boolean wanted = rounds == 0 && !warmStart.isEmpty();
        return wanted ? Optional.of(new WarmStart(warmStart, warmStartEpisodes, pretraining)) : Optional.empty();
    }
}

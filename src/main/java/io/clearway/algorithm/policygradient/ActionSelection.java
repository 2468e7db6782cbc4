package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.experience.ActionKind;
import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** How a learned policy chooses when it is no longer learning. */
public enum ActionSelection {
    /**
     * By the kind of actions: discrete ones are sampled, since the most probable one of a few close ones would starve
     * the others; of continuous ones the mean is taken, since sampling would only add noise.
     */
    AUTO,
    /**
     * The most probable legal action, as in the papers, or the mean of real numbers; two actions close to each other
     * may starve the second.
     */
    GREEDY,
    /** An action drawn from the distribution, by the seed of the episode. */
    SAMPLED;

    /**
     * Controllers that choose in this way.
     *
     * @param kind of the actions
     * @param sampling a controller that draws its actions
     * @param greedy a controller that takes the most probable ones
     */
    public ControllerSource of(
            ActionKind kind, Function<RandomGenerator, Controller> sampling, Supplier<Controller> greedy) {
        // only the episode's own seed draws: the run's seed has no influence
        return draws(kind) ? seed -> sampling.apply(new Seeds(0).generator("exploration", seed)) : seed -> greedy.get();
    }

    /** Whether actions of this kind are drawn. */
    public boolean draws(ActionKind kind) {
        return this == SAMPLED || (this == AUTO && kind.drawnWhenExecuted());
    }

    /** Controllers of the policy as it is now. */
    ControllerSource of(DecentralizedPolicy policy) {
        // only the episode's own seed draws: the run's seed has no influence
        return draws(policy.kind()) ? policy.exploring(new Seeds(0)) : policy.greedy();
    }
}

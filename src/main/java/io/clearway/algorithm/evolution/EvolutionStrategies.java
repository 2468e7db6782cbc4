package io.clearway.algorithm.evolution;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.WarmStartEpisodes;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.setting.Settings;
import java.util.Optional;

/**
 * Evolution strategies for networked agents: each agent takes the action of the highest linear preference, explores by
 * weights that are perturbed for a whole episode, and learns from all rewards or from those of its neighborhood. Where
 * observations have a row per action and agents share their weights, the policy fits any network.
 */
public final class EvolutionStrategies implements Algorithm {
    static final String NAME = "es";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String source() {
        return "Salimans et al. 2017, Evolution Strategies as a Scalable Alternative to Reinforcement Learning;"
                + " Mania et al. 2018, Simple random search, Algorithm 1; perturbations and credit by agent are ours";
    }

    @Override
    public EvolutionSettings defaults() {
        return EvolutionSettings.DEFAULTS;
    }

    @Override
    public boolean fitsAnyNetwork(Settings settings) {
        return settings.over(defaults()).preferences().fitAnyNetwork();
    }

    @Override
    public Optional<WarmStartEpisodes> demonstrations(Settings settings) {
        return settings.over(defaults()).start().planned();
    }

    @Override
    public Learner start(Task task, Settings settings, Seeds seeds) {
        return new EvolutionLearner(task, settings.over(defaults()), seeds);
    }

    @Override
    public ControllerSource policy(Task task, Settings settings, byte[] state) {
        return resume(task, settings, new Seeds(0), state).policy();
    }
}

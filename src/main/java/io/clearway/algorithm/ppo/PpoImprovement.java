package io.clearway.algorithm.ppo;

import io.clearway.algorithm.policygradient.ActorCritic;
import io.clearway.algorithm.policygradient.Experience;
import io.clearway.algorithm.policygradient.Improvement;

/**
 * Algorithm 1 of Schulman et al. 2017 for all agents at once: a round of real play, then epochs on it.
 *
 * @param actorCritic to be improved
 * @param updates on a round
 */
record PpoImprovement(ActorCritic actorCritic, int updates) implements Improvement {
    static PpoImprovement of(Basis<PpoSettings> basis) {
        return new PpoImprovement(
                basis.actorCritic(), basis.settings().actorCritic().innerSteps());
    }

    @Override
    public void learn(Round lived) {
        Experience experience = actorCritic.experience(lived.episodes());
        float[] acted = actorCritic.describe(experience);
        boolean converged = false;
        for (int update = 0; update < updates && !converged; update++) {
            converged = actorCritic.improve(experience, acted, lived.measured(), lived.chance());
        }
    }
}

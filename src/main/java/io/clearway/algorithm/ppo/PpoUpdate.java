package io.clearway.algorithm.ppo;

import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.algorithm.policygradient.ActorCritic;
import io.clearway.algorithm.policygradient.PolicyUpdate;
import io.clearway.neural.AgentTensor;

/**
 * Algorithm 1 of Schulman et al. 2017 for all agents at once: a round of real play, then epochs on it.
 *
 * @param actorCritic to be improved
 * @param updates on a round
 */
record PpoUpdate(ActorCritic actorCritic, int updates) implements PolicyUpdate {
    static PpoUpdate of(Basis<PpoSettings> basis) {
        return new PpoUpdate(
                basis.actorCritic(), basis.settings().actorCritic().schedule().innerSteps());
    }

    @Override
    public void learn(Round round) {
        RolloutBatch rollouts = actorCritic.rollouts(round.episodes());
        AgentTensor acted = actorCritic.describe(rollouts);
        boolean converged = false;
        for (int update = 0; update < updates && !converged; update++) {
            converged = actorCritic.improve(rollouts, acted, round);
        }
    }
}

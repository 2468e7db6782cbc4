package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.Learner;
import io.clearway.algorithm.LearnerState;
import io.clearway.algorithm.Task;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.neural.compute.ComputePool;
import java.util.function.Function;

/**
 * What algorithms on an {@link ActorCritic} have in common: learners, and policies out of their saved states.
 *
 * @param mark kind and version of saved states, such as {@code ppo-2}
 * @param update how learners improve
 * @param <S> the algorithm's settings
 */
public record ActorCriticMethod<S extends ActorCriticTerms>(
        String mark, Function<PolicyUpdate.Basis<S>, PolicyUpdate> update) {

    /** A learner that knows nothing yet. */
    public Learner start(Task task, S settings, Seeds seeds) {
        return ActorCriticLearner.start(this, task, settings, seeds);
    }

    /** The final policy in a learner's saved state, without the learner. */
    public ControllerSource policy(Task task, S settings, byte[] state) {
        ActorCriticSettings chosen = settings.actorCritic();
        try (ComputePool pool = new ComputePool(1);
                DecentralizedPolicy policy = ActorCritic.policy(task, chosen, new Seeds(0), pool)) {
            format(task).read(state, policy::readFrom);
            return chosen.execution().of(policy);
        }
    }

    LearnerState format(Task task) {
        return new LearnerState(mark, task.agents());
    }
}

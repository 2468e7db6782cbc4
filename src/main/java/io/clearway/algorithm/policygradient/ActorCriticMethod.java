package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.Learner;
import io.clearway.algorithm.LearnerState;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.experience.ActionRows;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.neural.compute.ComputePool;
import java.util.List;
import java.util.Set;
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

    /** Names of the settings that a policy is made of. */
    public static final Set<String> SETTINGS_OF_POLICIES = Set.of(ActionRows.SETTING, "preferenceScale", "hidden");

    /** A learner that knows nothing yet. */
    public Learner start(Task task, S settings, Seeds seeds) {
        return ActorCriticLearner.start(this, task, settings, seeds);
    }

    /** The final policy in a learner's saved state, without the learner. */
    public ControllerSource policy(Task task, S settings, byte[] state) {
        return fromPolicy(task, settings, state, settings.actorCritic().execution()::of);
    }

    /** The policies of a learner's saved state alone, which {@link #policy} reads and no learner continues from. */
    public byte[] policyState(Task task, S settings, byte[] state) {
        return fromPolicy(task, settings, state, policy -> {
            policy.resetOptimizer();
            return format(task, settings).bytes(policy::writeTo);
        });
    }

    private <T> T fromPolicy(Task task, S settings, byte[] state, Function<DecentralizedPolicy, T> use) {
        try (ComputePool pool = new ComputePool(1);
                DecentralizedPolicy policy = ActorCritic.policy(
                        settings.actorCritic().radii().observed(task), settings.actorCritic(), new Seeds(0), pool)) {
            format(task, settings).read(state, policy::readFrom);
            return use.apply(policy);
        }
    }

    LearnerState format(Task task, S settings) {
        return new LearnerState(mark, fitsAnyNetwork(settings) ? List.of() : task.agents());
    }

    /** Whether policies fit other networks than the one they were learned on. */
    public boolean fitsAnyNetwork(S settings) {
        return settings.actorCritic().networks().rowPerAction();
    }
}

package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.WarmStartEpisodes;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.setting.Settings;
import java.util.Optional;
import java.util.Set;

/**
 * An algorithm whose learners improve an {@link ActorCritic}.
 *
 * @param <S> its settings
 */
public interface ActorCriticAlgorithm<S extends Record & ActorCriticTerms> extends Algorithm {
    /** How its learners improve. */
    ActorCriticMethod<S> method();

    @Override
    S defaults();

    @Override
    default Learner start(Task task, Settings settings, Seeds seeds) {
        return method().start(task, settings.over(defaults()), seeds);
    }

    @Override
    default ControllerSource policy(Task task, Settings settings, byte[] state) {
        return method().policy(task, settings.over(defaults()), state);
    }

    @Override
    default byte[] policyState(Task task, Settings settings, byte[] state) {
        return method().policyState(task, settings.over(defaults()), state);
    }

    @Override
    default Optional<WarmStartEpisodes> demonstrations(Settings settings) {
        return settings.over(defaults()).start().demonstrations().planned();
    }

    @Override
    default boolean fitsAnyNetwork(Settings settings) {
        return method().fitsAnyNetwork(settings.over(defaults()));
    }

    @Override
    default Set<String> settingsOfPolicies() {
        return ActorCriticMethod.SETTINGS_OF_POLICIES;
    }
}

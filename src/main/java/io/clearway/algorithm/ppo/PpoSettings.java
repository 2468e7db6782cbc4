package io.clearway.algorithm.ppo;

import io.clearway.algorithm.policygradient.ActorCriticSettings;
import io.clearway.algorithm.policygradient.ActorCriticTerms;
import io.clearway.algorithm.policygradient.WarmStartSettings;

/**
 * Settings of proximal policy optimization.
 *
 * @param actorCritic of the policies and values
 * @param start of the start from a rule's traffic
 */
public record PpoSettings(ActorCriticSettings actorCritic, WarmStartSettings start) implements ActorCriticTerms {
    /** Those that policies and values have under DMPO, too. */
    public static final PpoSettings DEFAULTS =
            new PpoSettings(ActorCriticSettings.DEFAULTS, WarmStartSettings.DEFAULTS);
}

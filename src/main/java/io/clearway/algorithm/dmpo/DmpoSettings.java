package io.clearway.algorithm.dmpo;

import io.clearway.algorithm.dmpo.model.ModelSettings;
import io.clearway.algorithm.dmpo.model.ModelTerms;
import io.clearway.algorithm.policygradient.ActorCriticSettings;
import io.clearway.algorithm.policygradient.WarmStartSettings;

/**
 * Settings of model-based decentralized policy optimization.
 *
 * @param actorCritic of the policies and values; an update is on imagined or on real data
 * @param start of the start from a rule's traffic
 * @param model of the dynamics model
 */
public record DmpoSettings(ActorCriticSettings actorCritic, WarmStartSettings start, ModelSettings model)
        implements ModelTerms {
    /** Chosen for few episodes and two cores: starts from the reference rule's traffic, equal agents share weights. */
    public static final DmpoSettings DEFAULTS =
            new DmpoSettings(ActorCriticSettings.DEFAULTS, WarmStartSettings.DEFAULTS, ModelSettings.DEFAULTS);
}

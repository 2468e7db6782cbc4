package io.clearway.algorithm.mag;

import io.clearway.algorithm.dmpo.model.ModelSettings;
import io.clearway.algorithm.dmpo.model.ModelTerms;
import io.clearway.algorithm.policygradient.ActorCriticSettings;
import io.clearway.algorithm.policygradient.WarmStartSettings;

/**
 * Settings of models as agents.
 *
 * @param actorCritic of the policies and values; an update is on imagined or on real data
 * @param start of the start from a rule's traffic
 * @param model of the local models
 * @param planning of what they predict
 */
public record MagSettings(
        ActorCriticSettings actorCritic, WarmStartSettings start, ModelSettings model, PlanningSettings planning)
        implements ModelTerms {
    /** As those of DMPO. */
    public static final MagSettings DEFAULTS = new MagSettings(
            ActorCriticSettings.DEFAULTS,
            WarmStartSettings.DEFAULTS,
            ModelSettings.DEFAULTS,
            PlanningSettings.DEFAULTS);
}

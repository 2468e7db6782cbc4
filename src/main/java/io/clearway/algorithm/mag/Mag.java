package io.clearway.algorithm.mag;

import io.clearway.algorithm.Presets;
import io.clearway.algorithm.dmpo.DmpoUpdate;
import io.clearway.algorithm.policygradient.ActorCriticAlgorithm;
import io.clearway.algorithm.policygradient.ActorCriticMethod;
import io.clearway.algorithm.policygradient.PolicyUpdate;
import io.clearway.setting.Settings;
import java.util.Map;

/** Models as Agents on the localized models of DMPO: its learner with predictions that are planned. */
public final class Mag implements ActorCriticAlgorithm<MagSettings> {
    private static final ActorCriticMethod<MagSettings> METHOD = new ActorCriticMethod<>("mag-2", Mag::update);

    private final Map<String, Settings> presets = Presets.of("mag", MagSettings.DEFAULTS);

    @Override
    public String name() {
        return "mag";
    }

    @Override
    public String source() {
        return "Wu et al. 2023, Models as Agents, AAAI, Algorithm 1, on localized models";
    }

    @Override
    public MagSettings defaults() {
        return MagSettings.DEFAULTS;
    }

    @Override
    public Map<String, Settings> presets() {
        return presets;
    }

    private static PolicyUpdate update(PolicyUpdate.Basis<MagSettings> basis) {
        PlanningSettings planning = basis.settings().planning();
        return new DmpoUpdate(
                basis,
                (parts, scales, policy) -> new PlannedModel(new MagModelFactory(parts, planning), scales, policy));
    }

    @Override
    public ActorCriticMethod<MagSettings> method() {
        return METHOD;
    }
}

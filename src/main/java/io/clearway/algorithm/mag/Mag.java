package io.clearway.algorithm.mag;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Presets;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.dmpo.DmpoUpdate;
import io.clearway.algorithm.policygradient.ActorCriticMethod;
import io.clearway.algorithm.policygradient.PolicyUpdate;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.setting.Settings;
import java.util.Map;
import java.util.Set;

/** Models as Agents on the localized models of DMPO: its learner with predictions that are planned. */
public final class Mag implements Algorithm {
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

    @Override
    public Learner start(Task task, Settings settings, Seeds seeds) {
        return METHOD.start(task, settings.over(defaults()), seeds);
    }

    private static PolicyUpdate update(PolicyUpdate.Basis<MagSettings> basis) {
        PlanningSettings planning = basis.settings().planning();
        return new DmpoUpdate(
                basis,
                (parts, scales, policy) -> new PlannedModel(new MagModelFactory(parts, planning), scales, policy));
    }

    @Override
    public ControllerSource policy(Task task, Settings settings, byte[] state) {
        return METHOD.policy(task, settings.over(defaults()), state);
    }

    @Override
    public byte[] policyState(Task task, Settings settings, byte[] state) {
        return METHOD.policyState(task, settings.over(defaults()), state);
    }

    @Override
    public boolean fitsAnyNetwork(Settings settings) {
        return METHOD.fitsAnyNetwork(settings.over(defaults()));
    }

    @Override
    public Set<String> settingsOfPolicies() {
        return ActorCriticMethod.SETTINGS_OF_POLICIES;
    }
}

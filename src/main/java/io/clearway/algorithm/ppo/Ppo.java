package io.clearway.algorithm.ppo;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Presets;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.experience.NeighborhoodInputs;
import io.clearway.algorithm.policygradient.ActorCriticMethod;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.setting.Settings;
import java.util.Map;
import java.util.Set;

/** Proximal policy optimization of all agents on real play alone. */
public final class Ppo implements Algorithm {
    private static final ActorCriticMethod<PpoSettings> METHOD = new ActorCriticMethod<>("ppo-2", PpoUpdate::of);

    private final String name;
    private final String source;
    private final PpoSettings defaults;
    private final Map<String, Settings> presets;

    private Ppo(String name, String source, Map<String, Object> changes) {
        this.name = name;
        this.source = source;
        this.defaults = new Settings(changes).over(PpoSettings.DEFAULTS);
        this.presets = Presets.of(name, defaults);
    }

    /** DPPO: policies and extended values on κ-hop neighborhoods, advantages summed over them. */
    public static Ppo decentralized() {
        return new Ppo(
                "dppo",
                "Ma et al. 2024, Nature Machine Intelligence, baseline DPPO: Algorithm 2 without a model;"
                        + " Schulman et al. 2017",
                Map.of());
    }

    /** CPPO: local policies, every value sees the whole network. */
    public static Ppo centralizedCritic() {
        return new Ppo(
                "cppo",
                "Ma et al. 2024, Nature Machine Intelligence, baseline CPPO: local policies, centralized critic;"
                        + " Schulman et al. 2017",
                Map.of("valueRadius", NeighborhoodInputs.ALL_AGENTS, "advantageRadius", 0));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public PpoSettings defaults() {
        return defaults;
    }

    @Override
    public Map<String, Settings> presets() {
        return presets;
    }

    @Override
    public Learner start(Task task, Settings settings, Seeds seeds) {
        return METHOD.start(task, settings.over(defaults()), seeds);
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

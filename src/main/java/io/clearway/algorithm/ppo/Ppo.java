package io.clearway.algorithm.ppo;

import io.clearway.algorithm.Presets;
import io.clearway.algorithm.experience.NeighborhoodInputs;
import io.clearway.algorithm.policygradient.ActorCriticAlgorithm;
import io.clearway.algorithm.policygradient.ActorCriticMethod;
import io.clearway.setting.Settings;
import java.util.Map;

/** Proximal policy optimization of all agents on real play alone. */
public final class Ppo implements ActorCriticAlgorithm<PpoSettings> {
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
    public ActorCriticMethod<PpoSettings> method() {
        return METHOD;
    }
}

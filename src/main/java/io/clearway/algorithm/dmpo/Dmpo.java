package io.clearway.algorithm.dmpo;

import io.clearway.algorithm.Presets;
import io.clearway.algorithm.dmpo.model.ModelActivation;
import io.clearway.algorithm.dmpo.model.ModelGraph;
import io.clearway.algorithm.dmpo.model.SingleModel;
import io.clearway.algorithm.experience.ObservedGraph;
import io.clearway.algorithm.policygradient.ActorCriticAlgorithm;
import io.clearway.algorithm.policygradient.ActorCriticMethod;
import io.clearway.setting.EnumWords;
import io.clearway.setting.Settings;
import java.util.Map;
import java.util.stream.Collectors;

/** Model-based Decentralized Policy Optimization, and what it becomes with another model. */
public final class Dmpo implements ActorCriticAlgorithm<DmpoSettings> {
    private static final String PAPER = "Ma et al. 2024, Efficient and scalable reinforcement learning for large-scale"
            + " network control, Nature Machine Intelligence, ";

    private static final ActorCriticMethod<DmpoSettings> METHOD = new ActorCriticMethod<>(
            "dmpo-4", basis -> new DmpoUpdate(basis, (parts, scales, policy) -> new SingleModel(parts, scales)));

    private final String name;
    private final String source;
    private final DmpoSettings defaults;
    private final Map<String, Settings> presets;

    private Dmpo(String name, String source, Map<String, Object> changes) {
        this.name = name;
        this.source = source;
        this.defaults = new Settings(changes).over(DmpoSettings.DEFAULTS);
        this.presets = Presets.of("dmpo", defaults).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, preset -> preset.getValue().changedBy(changes)));
    }

    /** Algorithm 2 with the localized model. */
    public static Dmpo localized() {
        return new Dmpo("dmpo", PAPER + "Algorithm 2", Map.of());
    }

    /** With a model without nonlinearities. */
    public static Dmpo linear() {
        return new Dmpo(
                "dmpo-linear",
                PAPER + "Algorithm 2 with a linear model (ablation)",
                Map.of("modelActivation", EnumWords.of(ModelActivation.IDENTITY)));
    }

    /** Independent models, policies and values: agents do not observe each other. */
    public static Dmpo independent() {
        return new Dmpo(
                "impo",
                PAPER + "independent model-based policy optimization (ablation)",
                Map.of(
                        "modelGraph",
                        EnumWords.of(ModelGraph.INDEPENDENT),
                        "policyRadius",
                        0,
                        "valueRadius",
                        0,
                        "advantageRadius",
                        0));
    }

    /** With distant agents instead of neighbors in models, policies, values and advantages. */
    public static Dmpo nonAdjacent() {
        return new Dmpo(
                "mpo-na",
                PAPER + "non-adjacent agents instead of neighbors (ablation)",
                Map.of("observedGraph", EnumWords.of(ObservedGraph.NON_ADJACENT)));
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
    public DmpoSettings defaults() {
        return defaults;
    }

    @Override
    public Map<String, Settings> presets() {
        return presets;
    }

    @Override
    public ActorCriticMethod<DmpoSettings> method() {
        return METHOD;
    }
}

package io.clearway.algorithm.communication;

import io.clearway.algorithm.AlgorithmContractTest;
import io.clearway.setting.Settings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** The algorithm contract for every method of the family; their contract settings stand here, in one place. */
class CommunicationContractTest {
    private static final Map<String, Object> QUICK = Map.of(
            "encoder",
            8,
            "hidden",
            8,
            "batch",
            25,
            "episodesPerRound",
            2,
            "warmStart",
            "reference",
            "cloningEpochs",
            2);
    private static final Map<String, Object> THOROUGH = Map.ofEntries(
            Map.entry("encoder", 32),
            Map.entry("hidden", 32),
            Map.entry("batch", 20),
            Map.entry("episodesPerRound", 20),
            Map.entry("discount", 0.9),
            Map.entry("spatialDiscount", 1.0),
            Map.entry("learningRate", 3e-3),
            Map.entry("entropyWeight", 0.01),
            Map.entry("execution", "greedy"));

    private abstract static class MethodContract extends AlgorithmContractTest {
        MethodContract(Method method, Map<String, Object> own) {
            super(new AdvantageActorCritic(method), new Settings(QUICK), with(own), 60);
        }

        private static Settings with(Map<String, Object> own) {
            Map<String, Object> all = new HashMap<>(THOROUGH);
            all.putAll(own);
            return new Settings(all);
        }
    }

    @Nested
    class OfIa2c extends MethodContract {
        OfIa2c() {
            super(new Ia2c(), Map.of());
        }
    }

    @Nested
    class OfConseNet extends MethodContract {
        OfConseNet() {
            super(new ConseNet(), Map.of());
        }
    }

    @Nested
    class OfFPrint extends MethodContract {
        OfFPrint() {
            super(new FPrint(), Map.of());
        }
    }

    @Nested
    class OfNeurComm extends MethodContract {
        OfNeurComm() {
            super(new NeurComm(), Map.of());
        }
    }

    @Nested
    class OfCommNet extends MethodContract {
        OfCommNet() {
            super(new CommNet(), Map.of());
        }
    }

    @Nested
    class OfDial extends MethodContract {
        OfDial() {
            super(new Dial(), Map.of());
        }
    }

    @Nested
    class OfIc3Net extends MethodContract {
        OfIc3Net() {
            super(new Ic3Net(), Map.of());
        }
    }
}

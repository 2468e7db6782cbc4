package io.clearway.algorithm.a2c.method;

import io.clearway.algorithm.AlgorithmContractTest;
import io.clearway.algorithm.SmallGame;
import io.clearway.algorithm.a2c.AdvantageActorCritic;
import io.clearway.algorithm.a2c.CommunicationMethod;
import io.clearway.setting.Settings;
import java.util.Map;

/** The algorithm contract for the methods of this family; their contract settings stand here, in one place. */
abstract class MethodContractTest extends AlgorithmContractTest {
    private static final Settings QUICK = new Settings(Map.of(
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
            2));
    private static final Settings THOROUGH = new Settings(Map.ofEntries(
            Map.entry("encoder", 16),
            Map.entry("hidden", 16),
            Map.entry("batch", 20),
            Map.entry("episodesPerRound", 20),
            Map.entry("discount", 0.9),
            Map.entry("spatialDiscount", 0.0),
            Map.entry("learningRate", 2e-3),
            Map.entry("entropyWeight", 0.1),
            Map.entry("execution", "greedy")));

    private static final Settings THOROUGH_NUMBERS = THOROUGH.changedBy(Map.of("entropyWeight", 0.0));

    MethodContractTest(CommunicationMethod method) {
        super(new AdvantageActorCritic(method), QUICK, THOROUGH, 500);
    }

    /** The same with real numbers as actions, several at once. */
    MethodContractTest(CommunicationMethod method, int rounds) {
        super(new AdvantageActorCritic(method), SmallGame.splitTanks(), QUICK, THOROUGH_NUMBERS, rounds);
    }
}

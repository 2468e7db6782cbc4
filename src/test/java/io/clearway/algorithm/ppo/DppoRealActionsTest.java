package io.clearway.algorithm.ppo;

import io.clearway.algorithm.AlgorithmContractTest;
import io.clearway.algorithm.SmallGame;
import io.clearway.setting.Settings;
import java.util.LinkedHashMap;
import java.util.Map;

/** The contract once more, with several real numbers as actions. */
class DppoRealActionsTest extends AlgorithmContractTest {
    DppoRealActionsTest() {
        super(Ppo.decentralized(), SmallGame.splitTanks(), PpoTerms.QUICK, withoutEntropy(), 40);
    }

    static Settings withoutEntropy() {
        Map<String, Object> values = new LinkedHashMap<>(PpoTerms.THOROUGH.values());
        values.put("entropyWeight", 0.0);
        return new Settings(values);
    }
}

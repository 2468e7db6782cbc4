package io.clearway.algorithm.ppo;

import io.clearway.algorithm.AlgorithmContractTest;
import io.clearway.algorithm.SmallGame;

/** The contract once more, with real numbers as actions. */
class CppoRealActionsTest extends AlgorithmContractTest {
    CppoRealActionsTest() {
        super(Ppo.centralizedCritic(), SmallGame.twoTanks(), PpoTerms.QUICK, DppoRealActionsTest.withoutEntropy(), 40);
    }
}

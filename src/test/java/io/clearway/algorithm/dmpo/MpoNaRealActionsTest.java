package io.clearway.algorithm.dmpo;

import io.clearway.algorithm.AlgorithmContractTest;
import io.clearway.algorithm.SmallGame;

/** The contract once more, with real numbers as actions. */
class MpoNaRealActionsTest extends AlgorithmContractTest {
    MpoNaRealActionsTest() {
        super(Dmpo.nonAdjacent(), SmallGame.twoTanks(), DmpoTest.QUICK, DmpoRealActionsTest.THOROUGH, 40);
    }
}

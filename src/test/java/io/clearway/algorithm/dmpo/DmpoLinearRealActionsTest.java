package io.clearway.algorithm.dmpo;

import io.clearway.algorithm.AlgorithmContractTest;
import io.clearway.algorithm.SmallGame;

/** The contract once more, with real numbers as actions. */
class DmpoLinearRealActionsTest extends AlgorithmContractTest {
    DmpoLinearRealActionsTest() {
        super(Dmpo.linear(), SmallGame.twoTanks(), DmpoTest.QUICK, DmpoRealActionsTest.THOROUGH, 40);
    }
}

package io.clearway.algorithm.maddpg;

import io.clearway.algorithm.AlgorithmContractTest;
import io.clearway.algorithm.SmallGame;

/** The contract once more, with several real numbers as actions, not as many for each agent. */
class MaddpgSeveralNumbersTest extends AlgorithmContractTest {
    MaddpgSeveralNumbersTest() {
        super(new Maddpg(), SmallGame.splitTanks(), MaddpgTest.QUICK, MaddpgTest.THOROUGH, 60);
    }
}

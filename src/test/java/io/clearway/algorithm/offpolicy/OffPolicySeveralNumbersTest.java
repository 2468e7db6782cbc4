package io.clearway.algorithm.offpolicy;

import io.clearway.algorithm.AlgorithmContractTest;
import io.clearway.algorithm.SmallGame;

/** The contract once more, with several real numbers as actions. */
class OffPolicySeveralNumbersTest extends AlgorithmContractTest {
    OffPolicySeveralNumbersTest() {
        super(
                new OffPolicyActorCritic(),
                SmallGame.splitTanks(),
                OffPolicyActorCriticTest.QUICK,
                OffPolicyActorCriticTest.THOROUGH,
                60);
    }
}

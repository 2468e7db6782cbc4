package io.clearway.algorithm.ppo;

import io.clearway.algorithm.AlgorithmContractTest;

class CppoTest extends AlgorithmContractTest {
    CppoTest() {
        super(Ppo.centralizedCritic(), PpoTerms.QUICK, PpoTerms.THOROUGH, 30);
    }
}

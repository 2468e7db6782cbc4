package io.clearway.algorithm.ppo;

import io.clearway.algorithm.AlgorithmContractTest;

class DppoTest extends AlgorithmContractTest {
    DppoTest() {
        super(Ppo.decentralized(), PpoTerms.QUICK, PpoTerms.THOROUGH, 30);
    }
}

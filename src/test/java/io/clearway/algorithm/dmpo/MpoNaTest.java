package io.clearway.algorithm.dmpo;

import io.clearway.algorithm.AlgorithmContractTest;

class MpoNaTest extends AlgorithmContractTest {
    MpoNaTest() {
        super(Dmpo.nonAdjacent(), DmpoTest.QUICK, DmpoTest.THOROUGH, 40);
    }
}

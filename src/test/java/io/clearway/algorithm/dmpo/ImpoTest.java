package io.clearway.algorithm.dmpo;

import io.clearway.algorithm.AlgorithmContractTest;

class ImpoTest extends AlgorithmContractTest {
    ImpoTest() {
        super(Dmpo.independent(), DmpoTest.QUICK, DmpoTest.THOROUGH, 40);
    }
}

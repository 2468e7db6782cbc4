package io.clearway.algorithm.dmpo;

import io.clearway.algorithm.AlgorithmContractTest;

class DmpoLinearTest extends AlgorithmContractTest {
    DmpoLinearTest() {
        super(Dmpo.linear(), DmpoTest.QUICK, DmpoTest.THOROUGH, 40);
    }
}

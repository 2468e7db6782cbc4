package io.clearway.algorithm.a2c.method;

class NeurCommTest extends MethodContractTest {
    NeurCommTest() {
        super(new NeurComm());
    }
}

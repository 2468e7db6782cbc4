package io.clearway.algorithm.communication;

class NeurCommTest extends MethodContractTest {
    NeurCommTest() {
        super(new NeurComm());
    }
}

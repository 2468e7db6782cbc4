package io.clearway.algorithm.communication;

class NeurCommRealActionsTest extends MethodContractTest {
    NeurCommRealActionsTest() {
        super(new NeurComm(), 500);
    }
}

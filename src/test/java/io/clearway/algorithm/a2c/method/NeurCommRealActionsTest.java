package io.clearway.algorithm.a2c.method;

class NeurCommRealActionsTest extends MethodContractTest {
    NeurCommRealActionsTest() {
        super(new NeurComm(), 500);
    }
}

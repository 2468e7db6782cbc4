package io.clearway.algorithm.communication;

class Ia2cRealActionsTest extends MethodContractTest {
    Ia2cRealActionsTest() {
        super(new Ia2c(), 500);
    }
}

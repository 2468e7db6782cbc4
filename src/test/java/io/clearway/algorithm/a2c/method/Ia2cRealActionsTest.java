package io.clearway.algorithm.a2c.method;

class Ia2cRealActionsTest extends MethodContractTest {
    Ia2cRealActionsTest() {
        super(new Ia2c(), 500);
    }
}

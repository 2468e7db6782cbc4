package io.clearway.algorithm.a2c.method;

class DialRealActionsTest extends MethodContractTest {
    DialRealActionsTest() {
        super(new Dial(), 500);
    }
}

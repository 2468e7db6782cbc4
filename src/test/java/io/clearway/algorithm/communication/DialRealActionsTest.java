package io.clearway.algorithm.communication;

class DialRealActionsTest extends MethodContractTest {
    DialRealActionsTest() {
        super(new Dial(), 500);
    }
}

package io.clearway.algorithm.a2c.method;

class CommNetRealActionsTest extends MethodContractTest {
    CommNetRealActionsTest() {
        super(new CommNet(), 500);
    }
}

package io.clearway.algorithm.communication;

class CommNetRealActionsTest extends MethodContractTest {
    CommNetRealActionsTest() {
        super(new CommNet(), 500);
    }
}

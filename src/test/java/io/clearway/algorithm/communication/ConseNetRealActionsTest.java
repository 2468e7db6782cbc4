package io.clearway.algorithm.communication;

class ConseNetRealActionsTest extends MethodContractTest {
    ConseNetRealActionsTest() {
        super(new ConseNet(), 500);
    }
}

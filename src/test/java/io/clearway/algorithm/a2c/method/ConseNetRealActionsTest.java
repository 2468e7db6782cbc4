package io.clearway.algorithm.a2c.method;

class ConseNetRealActionsTest extends MethodContractTest {
    ConseNetRealActionsTest() {
        super(new ConseNet(), 500);
    }
}

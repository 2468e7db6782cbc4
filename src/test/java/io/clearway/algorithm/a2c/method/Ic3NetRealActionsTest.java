package io.clearway.algorithm.a2c.method;

class Ic3NetRealActionsTest extends MethodContractTest {
    Ic3NetRealActionsTest() {
        super(new Ic3Net(), 500);
    }
}

package io.clearway.algorithm.communication;

class Ic3NetRealActionsTest extends MethodContractTest {
    Ic3NetRealActionsTest() {
        super(new Ic3Net(), 500);
    }
}

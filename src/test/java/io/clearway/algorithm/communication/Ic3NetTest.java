package io.clearway.algorithm.communication;

class Ic3NetTest extends MethodContractTest {
    Ic3NetTest() {
        super(new Ic3Net());
    }
}

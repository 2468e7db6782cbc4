package io.clearway.algorithm.a2c.method;

class Ic3NetTest extends MethodContractTest {
    Ic3NetTest() {
        super(new Ic3Net());
    }
}

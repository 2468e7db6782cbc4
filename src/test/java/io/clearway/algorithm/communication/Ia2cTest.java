package io.clearway.algorithm.communication;

class Ia2cTest extends MethodContractTest {
    Ia2cTest() {
        super(new Ia2c());
    }
}

package io.clearway.algorithm.a2c.method;

class Ia2cTest extends MethodContractTest {
    Ia2cTest() {
        super(new Ia2c());
    }
}

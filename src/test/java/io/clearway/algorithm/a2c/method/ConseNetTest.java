package io.clearway.algorithm.a2c.method;

class ConseNetTest extends MethodContractTest {
    ConseNetTest() {
        super(new ConseNet());
    }
}

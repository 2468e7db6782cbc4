package io.clearway.algorithm.communication;

class ConseNetTest extends MethodContractTest {
    ConseNetTest() {
        super(new ConseNet());
    }
}

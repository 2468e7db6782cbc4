package io.clearway.algorithm.a2c.method;

class CommNetTest extends MethodContractTest {
    CommNetTest() {
        super(new CommNet());
    }
}

package io.clearway.algorithm.communication;

class CommNetTest extends MethodContractTest {
    CommNetTest() {
        super(new CommNet());
    }
}

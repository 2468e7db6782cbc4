package io.clearway.algorithm.communication;

class DialTest extends MethodContractTest {
    DialTest() {
        super(new Dial());
    }
}

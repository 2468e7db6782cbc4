package io.clearway.algorithm.a2c.method;

class DialTest extends MethodContractTest {
    DialTest() {
        super(new Dial());
    }
}

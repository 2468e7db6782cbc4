package io.clearway.algorithm.a2c.method;

class FPrintTest extends MethodContractTest {
    FPrintTest() {
        super(new FPrint());
    }
}

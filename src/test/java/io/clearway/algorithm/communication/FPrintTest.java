package io.clearway.algorithm.communication;

class FPrintTest extends MethodContractTest {
    FPrintTest() {
        super(new FPrint());
    }
}

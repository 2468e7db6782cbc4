package io.clearway.algorithm.a2c.method;

class FPrintRealActionsTest extends MethodContractTest {
    FPrintRealActionsTest() {
        super(new FPrint(), 500);
    }
}

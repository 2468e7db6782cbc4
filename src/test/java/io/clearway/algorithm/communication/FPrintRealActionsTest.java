package io.clearway.algorithm.communication;

class FPrintRealActionsTest extends MethodContractTest {
    FPrintRealActionsTest() {
        super(new FPrint(), 500);
    }
}

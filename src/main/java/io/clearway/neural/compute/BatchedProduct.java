package io.clearway.neural.compute;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/** One rank-3 matrix product, a matrix per network, prepared once and replayed: out = a · b. */
public final class BatchedProduct implements AutoCloseable {
    private final DynamicCustomOp operation;
    private final OpContext context;

    public BatchedProduct(INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray out) {
        operation = DynamicCustomOp.builder("matmul").build();
        context = Nd4j.getExecutioner().buildContext();
        context.setInputArray(0, a);
        context.setInputArray(1, b);
        context.setOutputArray(0, out);
        context.setIArguments(transposeA ? 1 : 0, transposeB ? 1 : 0, 0);
    }

    public void compute() {
        Nd4j.getExecutioner().exec(operation, context);
    }

    @Override
    public void close() {
        try {
            context.close();
        } catch (Exception failed) {
            throw new IllegalStateException("ND4J could not release an operation's context", failed);
        }
    }
}

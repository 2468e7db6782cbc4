package io.clearway.neural;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Native memory of floats: as ND4J sees it for products, and as a buffer for copies from and to the heap. */
final class NativeMatrix implements AutoCloseable {
    private final INDArray whole;
    private final FloatBuffer floats;
    private final IntBuffer bits;

    /** Zeros. */
    NativeMatrix(long... shape) {
        whole = Nd4j.zeros(DataType.FLOAT, shape);
        FloatPointer pointer = (FloatPointer) whole.data().pointer();
        floats = pointer.asBuffer();
        bits = pointer.asByteBuffer().order(ByteOrder.nativeOrder()).asIntBuffer();
    }

    /** All of it, in 'c' order. */
    INDArray array() {
        return whole;
    }

    /** A view on the same memory. */
    INDArray view(long[] shape, long[] strides, long offset, char order) {
        return Nd4j.create(whole.data(), shape, strides, offset, order);
    }

    /** Copies to heap, from a place in 'c' order. */
    void read(int at, float[] to, int from, int length) {
        floats.get(at, to, from, length);
    }

    void write(int at, float[] values, int from, int length) {
        floats.put(at, values, from, length);
    }

    /** The same floats as their bits. */
    void readBits(int at, int[] to, int length) {
        bits.get(at, to, 0, length);
    }

    void writeBits(int at, int[] values, int length) {
        bits.put(at, values, 0, length);
    }

    @Override
    public void close() {
        whole.close();
    }
}

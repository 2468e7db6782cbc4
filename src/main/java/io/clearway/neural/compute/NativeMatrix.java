package io.clearway.neural.compute;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Native memory of floats: as ND4J sees it for products, and as a buffer for copies from and to the heap. The memory is
 * allocated here and only shared with ND4J, whose own arrays are freed by the garbage collector alone, however they are
 * closed.
 */
public final class NativeMatrix implements AutoCloseable {
    /** A cache line, and what the widest vector loads like best. */
    private static final int ALIGNMENT = 64;

    /** As many as a byte buffer can hold. */
    private static final int LARGEST = Integer.MAX_VALUE / Float.BYTES;

    private final BytePointer memory;
    private final DataBuffer data;
    private final INDArray whole;
    private final FloatBuffer floats;
    private final IntBuffer bits;

    /** Zeros. */
    public NativeMatrix(long... shape) {
        long length = 1;
        for (long size : shape) {
            length = Math.multiplyExact(length, size);
        }
        if (length > LARGEST) {
            throw new IllegalArgumentException(
                    "%d floats are too many for one chunk of networks; use a smaller batch".formatted(length));
        }
        memory = new BytePointer(length * Float.BYTES + ALIGNMENT);
        Pointer.memset(memory, 0, memory.capacity());
        FloatPointer aligned = new FloatPointer(memory.getPointer(-memory.address() & (ALIGNMENT - 1)));
        aligned.capacity(length);
        floats = aligned.asBuffer();
        bits = new BytePointer(aligned)
                .capacity(length * Float.BYTES)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
        data = Nd4j.createBuffer(aligned, length, DataType.FLOAT);
        whole = Nd4j.create(data, shape);
    }

    /** All of it, in 'c' order. */
    public INDArray array() {
        return whole;
    }

    /** A view on the same memory. */
    public INDArray view(long[] shape, long[] strides, long offset, char order) {
        return Nd4j.create(data, shape, strides, offset, order);
    }

    /** Copies to heap, from a place in 'c' order. */
    public void read(int at, float[] to, int from, int length) {
        floats.get(at, to, from, length);
    }

    public void write(int at, float[] values, int from, int length) {
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
        memory.deallocate();
    }
}

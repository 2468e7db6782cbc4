package io.clearway.sumo.traci;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One or more TraCI commands to be sent as one message; its memory is reused for the next. */
public final class TraciMessage {
    private static final VarHandle INTEGERS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final int HEADER_BYTES = Integer.BYTES;
    private static final int INITIAL_BYTES = 4096;
    private static final int LONGEST_SHORT_COMMAND = 255;
    private static final char LAST_ASCII = 0x7F;
    private byte[] bytes = new byte[INITIAL_BYTES];
    private int size = HEADER_BYTES;
    private int commandStart;

    public void clear() {
        size = HEADER_BYTES;
    }

    /** Begins a command; everything up to {@link #end} belongs to it. */
    public TraciMessage begin(int command) {
        commandStart = size;
        return raw(0).raw(command);
    }

    /** Ends a command: one byte holds its length, or, when that is too small, a zero and an integer. */
    public TraciMessage end() {
        int length = size - commandStart;
        if (length <= LONGEST_SHORT_COMMAND) {
            bytes[commandStart] = (byte) length;
            return this;
        }
        reserve(Integer.BYTES);
        int content = commandStart + 1;
        System.arraycopy(bytes, content, bytes, content + Integer.BYTES, length - 1);
        size += Integer.BYTES;
        INTEGERS.set(bytes, content, length + Integer.BYTES);
        return this;
    }

    public TraciMessage raw(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
        return this;
    }

    public TraciMessage raw(byte[] values) {
        reserve(values.length);
        System.arraycopy(values, 0, bytes, size, values.length);
        size += values.length;
        return this;
    }

    public TraciMessage integer(int value) {
        reserve(Integer.BYTES);
        INTEGERS.set(bytes, size, value);
        size += Integer.BYTES;
        return this;
    }

    public TraciMessage real(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return integer((int) (bits >>> Integer.SIZE)).integer((int) bits);
    }

    public TraciMessage text(String value) {
        int length = value.length();
        reserve(Integer.BYTES + length);
        int content = size + Integer.BYTES;
        for (int i = 0; i < length; i++) {
            char one = value.charAt(i);
            if (one > LAST_ASCII) {
                return text(value.getBytes(StandardCharsets.UTF_8));
            }
            bytes[content + i] = (byte) one;
        }
        INTEGERS.set(bytes, size, length);
        size = content + length;
        return this;
    }

    public TraciMessage text(byte[] value) {
        return integer(value.length).raw(value);
    }

    /** An integer, its type in front. */
    TraciMessage typedInteger(int value) {
        return raw(TraciConstants.TYPE_INTEGER).integer(value);
    }

    /** A real number, its type in front. */
    TraciMessage typedReal(double value) {
        return raw(TraciConstants.TYPE_DOUBLE).real(value);
    }

    /** A text, its type in front. */
    TraciMessage typedText(String value) {
        return raw(TraciConstants.TYPE_STRING).text(value);
    }

    /** The whole message, its length in front. */
    ByteBuffer seal() {
        INTEGERS.set(bytes, 0, size);
        return ByteBuffer.wrap(bytes, 0, size);
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}

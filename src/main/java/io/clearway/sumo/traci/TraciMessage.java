package io.clearway.sumo.traci;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Commands put together into one TraCI message; its memory is used again for the next. */
public final class TraciMessage {
    private static final int HEADER = 4;
    private byte[] bytes = new byte[4096];
    private int size = HEADER;
    private int commandStart;

    public void clear() {
        size = HEADER;
    }

    /** Begins a command; everything up to {@link #end} belongs to it. */
    public TraciMessage begin(int command) {
        commandStart = size;
        return raw(0).raw(command);
    }

    /** Ends a command: one byte holds its length, or, when that is too small, a zero and four more. */
    public TraciMessage end() {
        int length = size - commandStart;
        if (length <= 255) {
            bytes[commandStart] = (byte) length;
            return this;
        }
        reserve(4);
        System.arraycopy(bytes, commandStart + 1, bytes, commandStart + 5, length - 1);
        size += 4;
        putInteger(commandStart + 1, length + 4);
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
        reserve(4);
        putInteger(size, value);
        size += 4;
        return this;
    }

    public TraciMessage real(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return integer((int) (bits >>> 32)).integer((int) bits);
    }

    public TraciMessage text(String value) {
        return text(value.getBytes(StandardCharsets.UTF_8));
    }

    public TraciMessage text(byte[] value) {
        return integer(value.length).raw(value);
    }

    /** The whole message, its length in front. */
    ByteBuffer seal() {
        putInteger(0, size);
        return ByteBuffer.wrap(bytes, 0, size);
    }

    private void putInteger(int place, int value) {
        bytes[place] = (byte) (value >>> 24);
        bytes[place + 1] = (byte) (value >>> 16);
        bytes[place + 2] = (byte) (value >>> 8);
        bytes[place + 3] = (byte) value;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}

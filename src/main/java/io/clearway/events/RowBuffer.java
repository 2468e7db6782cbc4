package io.clearway.events;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rows of one signal as the bytes of its file, until they are written. */
final class RowBuffer {
    private static final int INITIAL_BYTES = 1024;
    private static final int DECIMAL = 10;
    /** Digits of the longest number with its sign. */
    private static final int LONGEST_NUMBER = 20;

    private final byte[] id;
    private final byte[] digits = new byte[LONGEST_NUMBER];
    private byte[] bytes = new byte[INITIAL_BYTES];
    private int size;

    /** Begins with a row of column names. */
    RowBuffer(String signal, String columns) {
        this.id = ("," + quoted(signal) + ",").getBytes(StandardCharsets.UTF_8);
        text((columns + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String id) {
        return id.indexOf(',') < 0 && id.indexOf('"') < 0 ? id : '"' + id.replace("\"", "\"\"") + '"';
    }

    /** Adds a row. */
    void add(SignalEvent event) {
        number(event.tenths() / SignalEvent.TENTHS_PER_SECOND);
        character('.');
        number(event.tenths() % SignalEvent.TENTHS_PER_SECOND);
        text(id);
        number(event.code());
        character(',');
        number(event.parameter());
        character('\n');
    }

    private void number(long value) {
        if (value < 0) {
            text(Long.toString(value).getBytes(StandardCharsets.UTF_8));
            return;
        }
        int at = digits.length;
        long left = value;
        do {
            digits[--at] = (byte) ('0' + left % DECIMAL);
            left /= DECIMAL;
        } while (left > 0);
        reserve(digits.length - at);
        System.arraycopy(digits, at, bytes, size, digits.length - at);
        size += digits.length - at;
    }

    private void character(char one) {
        reserve(1);
        bytes[size++] = (byte) one;
    }

    private void text(byte[] text) {
        reserve(text.length);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    int size() {
        return size;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    void clear() {
        size = 0;
    }
}

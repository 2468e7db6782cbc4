package io.clearway.sumo.process;

import java.nio.charset.StandardCharsets;

/** The newest output of a process, at most a few kilobytes. Safe for many threads. */
final class OutputTail {
    private static final int KEPT_BYTES = 8192;
    private final byte[] ring = new byte[KEPT_BYTES];
    private long written;

    synchronized void add(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            ring[(int) (written++ % KEPT_BYTES)] = bytes[i];
        }
    }

    synchronized String text() {
        int length = (int) Math.min(written, KEPT_BYTES);
        byte[] ordered = new byte[length];
        for (int i = 0; i < length; i++) {
            ordered[i] = ring[(int) ((written - length + i) % KEPT_BYTES)];
        }
        return new String(ordered, StandardCharsets.UTF_8).strip();
    }
}

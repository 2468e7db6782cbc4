package io.clearway.neural;

/** Blocks of equal length at regular distances in flat arrays. */
final class Columns {
    private Columns() {}

    /** to[at + k · stepTo …] ← from[begin + k · stepFrom …] for every k that fits both. */
    static void copy(float[] from, int begin, int stepFrom, float[] to, int at, int stepTo, int length) {
        for (int f = begin, t = at; f < from.length && t < to.length; f += stepFrom, t += stepTo) {
            System.arraycopy(from, f, to, t, length);
        }
    }

    /** The same, added. */
    static void add(float[] from, int begin, int stepFrom, float[] to, int at, int stepTo, int length) {
        for (int f = begin, t = at; f < from.length && t < to.length; f += stepFrom, t += stepTo) {
            for (int i = 0; i < length; i++) {
                to[t + i] += from[f + i];
            }
        }
    }
}

package io.clearway.neural.compute;

/**
 * Blocks at regular distances in a wide array, which lie one after another in a dense one.
 *
 * @param begin where the first block begins in the wide array
 * @param step from one block to the next there
 * @param length of a block
 */
public record Columns(int begin, int step, int length) {
    /** dense ← wide. */
    public void take(float[] wide, float[] dense) {
        for (int w = begin, d = 0; w < wide.length && d < dense.length; w += step, d += length) {
            System.arraycopy(wide, w, dense, d, length);
        }
    }

    /** wide ← dense. */
    public void put(float[] dense, float[] wide) {
        for (int w = begin, d = 0; w < wide.length && d < dense.length; w += step, d += length) {
            System.arraycopy(dense, d, wide, w, length);
        }
    }

    /** dense ← dense + wide. */
    public void addTaken(float[] wide, float[] dense) {
        for (int w = begin, d = 0; w < wide.length && d < dense.length; w += step, d += length) {
            for (int i = 0; i < length; i++) {
                dense[d + i] += wide[w + i];
            }
        }
    }

    /** wide ← wide + dense. */
    public void addPut(float[] dense, float[] wide) {
        for (int w = begin, d = 0; w < wide.length && d < dense.length; w += step, d += length) {
            for (int i = 0; i < length; i++) {
                wide[w + i] += dense[d + i];
            }
        }
    }
}

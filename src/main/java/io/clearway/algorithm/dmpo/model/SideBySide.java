package io.clearway.algorithm.dmpo.model;

import java.util.function.IntFunction;

/** Lays arrays of several steps, [agents][batch][values] each, side by side: [agents][steps][batch][values]. */
record SideBySide(int agents, int steps, int batch) {
    float[] floats(IntFunction<float[]> parts, int width) {
        float[] all = new float[agents * steps * batch * width];
        lay(parts, all, width);
        return all;
    }

    boolean[] booleans(IntFunction<boolean[]> parts, int width) {
        boolean[] all = new boolean[agents * steps * batch * width];
        lay(parts, all, width);
        return all;
    }

    private void lay(IntFunction<?> parts, Object all, int width) {
        int block = batch * width;
        for (int agent = 0; agent < agents; agent++) {
            for (int step = 0; step < steps; step++) {
                System.arraycopy(parts.apply(step), agent * block, all, (agent * steps + step) * block, block);
            }
        }
    }
}

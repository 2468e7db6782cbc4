package io.clearway.network;

import java.util.Arrays;

/** A joint observation that is held as two arrays, one row per agent. */
final class ObservationArrays implements JointObservation {
    private final float[][] local;
    private final boolean[][] legal;

    ObservationArrays(float[][] local, boolean[][] legal) {
        if (local.length != legal.length) {
            throw new IllegalArgumentException(
                    "Observations of %d and masks of %d agents do not match".formatted(local.length, legal.length));
        }
        this.local = local;
        this.legal = legal;
    }

    @Override
    public int agents() {
        return local.length;
    }

    @Override
    public float[] local(int agent) {
        return local[agent];
    }

    @Override
    public boolean[] legal(int agent) {
        return legal[agent];
    }

    @Override
    public String toString() {
        return Arrays.deepToString(local) + " " + Arrays.deepToString(legal);
    }
}

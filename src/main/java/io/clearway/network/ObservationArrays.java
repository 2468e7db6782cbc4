package io.clearway.network;

import java.util.Arrays;
import java.util.Optional;

/** A joint observation that is held as two arrays, one row per agent. */
final class ObservationArrays implements JointObservation {
    private final float[][] local;
    private final boolean[][] legal;
    private final Optional<float[]> global;

    ObservationArrays(float[][] local, boolean[][] legal, Optional<float[]> global) {
        if (local.length != legal.length) {
            throw new IllegalArgumentException(
                    "Observations of %d and masks of %d agents do not match".formatted(local.length, legal.length));
        }
        this.local = local;
        this.legal = legal;
        this.global = global;
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
    public float[] global() {
        return global.orElseGet(JointObservation.super::global);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(local) + " " + Arrays.deepToString(legal);
    }
}

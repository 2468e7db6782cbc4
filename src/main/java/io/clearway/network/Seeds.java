package io.clearway.network;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The root seed of a run. Every use of random numbers has a purpose and an index, so no generator has to be stored to
 * continue a run: the same purpose and index always give the same numbers.
 *
 * @param root the run's seed
 */
public record Seeds(long root) {
    // constants of SplitMix64
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FIRST_FACTOR = 0xBF58476D1CE4E5B9L;
    private static final long SECOND_FACTOR = 0x94D049BB133111EBL;
    private static final int FIRST_SHIFT = 30;
    private static final int SECOND_SHIFT = 27;
    private static final int THIRD_SHIFT = 31;

    /** Seed for one use, such as {@code ("episode", 17)}; differs for other purposes, indices and roots. */
    public long of(String purpose, long index) {
        long hash = mix(root ^ GOLDEN_GAMMA);
        for (byte letter : purpose.getBytes(StandardCharsets.UTF_8)) {
            hash = mix(hash ^ letter);
        }
        return mix(hash ^ mix(index));
    }

    /** Generator for one use. */
    public RandomGenerator generator(String purpose, long index) {
        return new SplittableRandom(of(purpose, index));
    }

    /** Finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> FIRST_SHIFT)) * FIRST_FACTOR;
        mixed = (mixed ^ (mixed >>> SECOND_SHIFT)) * SECOND_FACTOR;
        return mixed ^ (mixed >>> THIRD_SHIFT);
    }
}

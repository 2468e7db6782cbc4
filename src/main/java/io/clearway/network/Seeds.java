package io.clearway.network;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The one root of chance of a run. Every use of chance asks by purpose and index, so no generator has to be stored to
 * continue a run: the same purpose and index always give the same chance.
 *
 * @param root the run's seed
 */
public record Seeds(long root) {
    /** Seed for one use, such as {@code ("episode", 17)}; differs for other purposes, indices and roots. */
    public long of(String purpose, long index) {
        long hash = mix(root ^ 0x9E3779B97F4A7C15L);
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
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}

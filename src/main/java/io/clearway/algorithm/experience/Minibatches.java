package io.clearway.algorithm.experience;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Samples in portions of one size, since native memory is made for a fixed one. */
public final class Minibatches {
    private Minibatches() {}

    /** What is done with a minibatch. */
    public interface PaddedWork {
        /**
         * Works on one minibatch.
         *
         * @param minibatch samples, the last one repeated where too few were left
         * @param count how many of them count
         */
        void accept(int[] minibatch, int count);
    }

    /** All samples in order, in minibatches of one size. */
    public static void forEach(int[] samples, int size, PaddedWork work) {
        for (int first = 0; first < samples.length; first += size) {
            int count = Math.min(size, samples.length - first);
            int[] minibatch = Arrays.copyOfRange(samples, first, first + size);
            Arrays.fill(minibatch, count, size, minibatch[count - 1]);
            work.accept(minibatch, count);
        }
    }

    /**
     * The samples in random order, cut into minibatches of one size; the remainder is left for another pass.
     *
     * @param size at most this many in a minibatch
     */
    public static int[][] minibatches(int[] samples, int size, RandomGenerator chance) {
        int[] shuffled = samples.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int other = chance.nextInt(i + 1);
            int swap = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = swap;
        }
        int each = Math.min(size, shuffled.length);
        int[][] minibatches = new int[shuffled.length / each][];
        for (int k = 0; k < minibatches.length; k++) {
            minibatches[k] = Arrays.copyOfRange(shuffled, k * each, (k + 1) * each);
        }
        return minibatches;
    }
}

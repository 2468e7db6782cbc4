package io.clearway.algorithm.evolution;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Weights of every agent, or one set for all of them. Not changed once made. */
final class AgentWeights {
    private final double[][] values;

    private AgentWeights(double[][] values) {
        this.values = values;
    }

    /** The same weights for each of some agents; for all agents with one set. */
    static AgentWeights all(int sets, double[] weights) {
        double[][] values = new double[sets][];
        Arrays.setAll(values, set -> weights.clone());
        return new AgentWeights(values);
    }

    /** Standard normal deviates. */
    static AgentWeights drawn(int sets, int length, RandomGenerator chance) {
        double[][] values = new double[sets][length];
        for (double[] set : values) {
            Arrays.setAll(set, weight -> chance.nextGaussian());
        }
        return new AgentWeights(values);
    }

    static AgentWeights readFrom(DataInputStream in, int sets, int length) throws IOException {
        double[][] values = new double[sets][length];
        for (double[] set : values) {
            for (int weight = 0; weight < length; weight++) {
                set[weight] = in.readDouble();
            }
        }
        return new AgentWeights(values);
    }

    void writeTo(DataOutputStream out) throws IOException {
        for (double[] set : values) {
            for (double weight : set) {
                out.writeDouble(weight);
            }
        }
    }

    /** Those of an agent; read-only. */
    double[] of(int agent) {
        return values[values.length == 1 ? 0 : agent];
    }

    /** These, for as many agents as others have, plus a multiple of the others. */
    AgentWeights plus(double factor, AgentWeights others) {
        int sets = Math.max(values.length, others.values.length);
        return of(sets, (set, weight) -> of(set)[weight] + factor * others.of(set)[weight]);
    }

    /** These, each multiplied by the number of its set. */
    AgentWeights times(double[] factors) {
        return of(values.length, (set, weight) -> factors[set] * values[set][weight]);
    }

    /** These, multiplied by a number. */
    AgentWeights times(double factor) {
        return of(values.length, (set, weight) -> factor * values[set][weight]);
    }

    /** The mean over all sets, as one set. */
    AgentWeights mean() {
        double[] mean = new double[values[0].length];
        for (double[] set : values) {
            for (int weight = 0; weight < mean.length; weight++) {
                mean[weight] += set[weight] / values.length;
            }
        }
        return all(1, mean);
    }

    /** Each weight over the scale of its feature; none for a feature that never differs. */
    AgentWeights over(double[] scales) {
        return of(values.length, (set, weight) -> scales[weight] > 0 ? values[set][weight] / scales[weight] : 0);
    }

    /** These, with 0 for features that never differ. */
    AgentWeights where(double[] scales) {
        return of(values.length, (set, weight) -> scales[weight] > 0 ? values[set][weight] : 0);
    }

    private AgentWeights of(int sets, Entry entry) {
        double[][] made = new double[sets][values[0].length];
        for (int set = 0; set < sets; set++) {
            for (int weight = 0; weight < made[set].length; weight++) {
                made[set][weight] = entry.of(set, weight);
            }
        }
        return new AgentWeights(made);
    }

    /** A weight by its set and its place in it. */
    @FunctionalInterface
    private interface Entry {
        double of(int set, int weight);
    }

    /** Root of the mean square. */
    double rootMeanSquare() {
        return Math.sqrt(Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .map(weight -> weight * weight)
                .average()
                .orElse(0));
    }
}

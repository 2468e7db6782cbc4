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
        double[][] sums = new double[Math.max(values.length, others.values.length)][];
        for (int set = 0; set < sums.length; set++) {
            double[] own = of(set);
            double[] added = others.of(set);
            sums[set] = new double[own.length];
            Arrays.setAll(sums[set], weight -> own[weight] + factor * added[weight]);
        }
        return new AgentWeights(sums);
    }

    /** These, each multiplied by the number of its set. */
    AgentWeights times(double[] factors) {
        double[][] products = new double[values.length][];
        for (int set = 0; set < products.length; set++) {
            int place = set;
            products[set] = Arrays.stream(values[set])
                    .map(weight -> factors[place] * weight)
                    .toArray();
        }
        return new AgentWeights(products);
    }

    /** These, multiplied by a number. */
    AgentWeights times(double factor) {
        double[] factors = new double[values.length];
        Arrays.fill(factors, factor);
        return times(factors);
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
        double[][] scaled = new double[values.length][];
        for (int set = 0; set < scaled.length; set++) {
            double[] own = values[set];
            scaled[set] = new double[own.length];
            Arrays.setAll(scaled[set], weight -> scales[weight] > 0 ? own[weight] / scales[weight] : 0);
        }
        return new AgentWeights(scaled);
    }

    /** These, with 0 for features that never differ. */
    AgentWeights where(double[] scales) {
        double[][] moved = new double[values.length][];
        for (int set = 0; set < moved.length; set++) {
            double[] own = values[set];
            moved[set] = new double[own.length];
            Arrays.setAll(moved[set], weight -> scales[weight] > 0 ? own[weight] : 0);
        }
        return new AgentWeights(moved);
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

package io.clearway.neural;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How fast the networks of all agents learn and act, with two hidden layers of ReLU as in the papers.
 *
 * @param agents how many networks
 * @param inputs observation values of each
 * @param hidden units of each of the two hidden layers
 * @param outputs actions of each
 * @param batch samples in a minibatch of each
 */
public record UpdateBenchmark(int agents, int inputs, int hidden, int outputs, int batch) {
    private static final int WARM_UP_STEPS = 100;
    private static final int STEPS = 200;

    /**
     * What was measured; medians.
     *
     * @param stepMilliseconds forward, backward and Adam of all agents together
     * @param gigaflops floating-point operations of the products in a step, counted as 6 per weight and sample, per
     *     second (10⁹/s)
     * @param inferenceMicroseconds one observation of every agent on a snapshot, by one thread
     * @param nd4jCallsPerStep calls of ND4J in a step; grows with chunks of eight agents only
     */
    public record Result(
            double stepMilliseconds, double gigaflops, double inferenceMicroseconds, long nd4jCallsPerStep) {}

    /** Measures on this machine; takes some seconds. */
    public Result run(ComputePool pool) {
        PerceptronShape shape = new PerceptronShape(List.of(inputs, hidden, hidden, outputs), Activation.RELU);
        try (AgentNetworks networks = AgentNetworks.create(agents, shape, 1, pool)) {
            float[] observations = random(agents * batch * inputs, 1);
            float[] gradients = random(agents * batch * outputs, 1.0 / batch);
            Runnable step = () -> {
                networks.forward(observations, batch);
                networks.backward(gradients, false);
                networks.step(Adam.of(1e-4));
            };
            double stepNanoseconds = median(step, WARM_UP_STEPS, STEPS);
            long before = networks.nativeCalls();
            step.run();
            long calls = networks.nativeCalls() - before;
            double actNanoseconds = median(acting(networks.snapshot()), 2000, 2000);
            double operations = 6.0 * agents * batch * (inputs * hidden + hidden * hidden + hidden * outputs);
            return new Result(stepNanoseconds / 1e6, operations / stepNanoseconds, actNanoseconds / 1e3, calls);
        }
    }

    private Runnable acting(ActingNetworks snapshot) {
        float[] observation = random(inputs, 1);
        return () -> {
            for (int agent = 0; agent < agents; agent++) {
                float[] logits = snapshot.outputs(agent, observation);
                if (Float.isNaN(logits[0])) {
                    throw new ArithmeticException("An output is not a number");
                }
            }
        };
    }

    private static double median(Runnable work, int warmUp, int times) {
        for (int i = 0; i < warmUp; i++) {
            work.run();
        }
        long[] spent = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run();
            spent[i] = System.nanoTime() - start;
        }
        Arrays.sort(spent);
        return (double) spent[times / 2];
    }

    private static float[] random(int length, double deviation) {
        SplittableRandom chance = new SplittableRandom(1);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (deviation * chance.nextGaussian());
        }
        return values;
    }
}

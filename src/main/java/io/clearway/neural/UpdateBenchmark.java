package io.clearway.neural;

import io.clearway.neural.compute.Activation;
import io.clearway.neural.compute.ComputePool;
import java.util.Arrays;
import java.util.List;

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
    private static final int ACTS = 2000;
    /** A multiplication and an addition each for the outputs, the gradients of inputs and of weights. */
    private static final double OPERATIONS_PER_WEIGHT = 6;

    private static final double NANOSECONDS_PER_MILLISECOND = 1e6;
    private static final double NANOSECONDS_PER_MICROSECOND = 1e3;

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
        try (UpdateStep step = new UpdateStep(this, pool)) {
            double stepNanoseconds = median(step::run, WARM_UP_STEPS, STEPS);
            long before = step.nativeCalls();
            step.run();
            long calls = step.nativeCalls() - before;
            double actNanoseconds = median(acting(step.snapshot()), ACTS, ACTS);
            return new Result(
                    stepNanoseconds / NANOSECONDS_PER_MILLISECOND,
                    operations() / stepNanoseconds,
                    actNanoseconds / NANOSECONDS_PER_MICROSECOND,
                    calls);
        }
    }

    /** Floating-point operations of the products in a step: 6 per weight and sample. */
    double operations() {
        return OPERATIONS_PER_WEIGHT * agents * batch * (inputs * hidden + hidden * hidden + hidden * outputs);
    }

    PerceptronShape shape() {
        return new PerceptronShape(List.of(inputs, hidden, hidden, outputs), Activation.RELU);
    }

    private Runnable acting(ActingNetworks snapshot) {
        float[] observation = UpdateStep.random(inputs, 1);
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
}

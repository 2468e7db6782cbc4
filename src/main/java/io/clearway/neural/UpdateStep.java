package io.clearway.neural;

import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.optimizer.Adam;
import java.util.SplittableRandom;

/** One learning step to be timed, on random observations and gradients. Owns native memory until closed. */
final class UpdateStep implements AutoCloseable {
    private static final Adam ADAM = Adam.of(1e-4);

    private final AgentNetworks networks;
    private final AgentTensor observations;
    private final AgentTensor gradients;

    /** @param pool computes, is not closed here */
    UpdateStep(UpdateBenchmark sizes, ComputePool pool) {
        this.networks = AgentNetworks.create(sizes.agents(), sizes.shape(), 1, pool);
        this.observations = random(sizes, sizes.inputs(), 1);
        this.gradients = random(sizes, sizes.outputs(), 1.0 / sizes.batch());
    }

    /** Forward, backward and Adam of all networks. */
    void run() {
        networks.forward(observations);
        networks.backward(gradients);
        networks.step(ADAM);
    }

    long nativeCalls() {
        return networks.nativeCalls();
    }

    ActingNetworks snapshot() {
        return networks.snapshot();
    }

    private static AgentTensor random(UpdateBenchmark sizes, int width, double deviation) {
        float[] values = random(sizes.agents() * sizes.batch() * width, deviation);
        return AgentTensor.of(sizes.agents(), sizes.batch(), width, values);
    }

    static float[] random(int length, double deviation) {
        SplittableRandom chance = new SplittableRandom(1);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (deviation * chance.nextGaussian());
        }
        return values;
    }

    @Override
    public void close() {
        networks.close();
    }
}

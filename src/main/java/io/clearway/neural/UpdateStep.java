package io.clearway.neural;

import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.optimizer.Adam;
import java.util.SplittableRandom;

/** One learning step to be timed, on random observations and gradients. Owns native memory until closed. */
final class UpdateStep implements AutoCloseable {
    private final int batch;
    private final AgentNetworks networks;
    private final float[] observations;
    private final float[] gradients;

    /** @param pool computes, is not closed here */
    UpdateStep(UpdateBenchmark sizes, ComputePool pool) {
        this.batch = sizes.batch();
        this.networks = AgentNetworks.create(sizes.agents(), sizes.shape(), 1, pool);
        this.observations = random(sizes.agents() * batch * sizes.inputs(), 1);
        this.gradients = random(sizes.agents() * batch * sizes.outputs(), 1.0 / batch);
    }

    /** Forward, backward and Adam of all networks. */
    void run() {
        networks.forward(observations, batch);
        networks.backward(gradients, false);
        networks.step(Adam.of(1e-4));
    }

    long nativeCalls() {
        return networks.nativeCalls();
    }

    ActingNetworks snapshot() {
        return networks.snapshot();
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

package io.clearway.neural;

import io.clearway.neural.compute.NativeMatrix;
import io.clearway.neural.optimizer.Adam;
import io.clearway.neural.optimizer.AdamMoments;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A few networks that share each native call. Parameters live on heap, where the optimizer moves them, and are mirrored
 * in native memory, where the products read them. Used by one thread at a time.
 */
final class NetworkChunk implements AutoCloseable {
    /** Batch sizes whose native memory is kept ready: the minibatch, an episode, a single observation and a spare. */
    private static final int KEPT_PASSES = 4;

    private final PerceptronShape shape;
    private final int first;
    private final float[][] parameters;
    private final AdamMoments[] moments;
    private final float[] gradient;
    private final NativeMatrix mirror;
    private final NativeMatrix gradients;
    private final Deque<ChunkPass> passes = new ArrayDeque<>();
    private @Nullable ChunkPass last;
    private boolean gradientsReady;
    private long calls;

    /**
     * @param first number of the first network
     * @param parameters a row per network, taken over
     */
    NetworkChunk(PerceptronShape shape, int first, float[][] parameters) {
        this.shape = shape;
        this.first = first;
        this.parameters = parameters;
        this.moments = new AdamMoments[parameters.length];
        this.gradient = new float[shape.parameters()];
        this.mirror = new NativeMatrix(parameters.length, shape.parameters());
        this.gradients = new NativeMatrix(parameters.length, shape.parameters());
        for (int network = 0; network < parameters.length; network++) {
            moments[network] = new AdamMoments(shape.parameters());
            publish(network);
        }
    }

    int first() {
        return first;
    }

    int networks() {
        return parameters.length;
    }

    /** Calls of ND4J made so far. */
    long calls() {
        return calls;
    }

    /** Flat parameters of one network; {@link #publish} after a change. */
    float[] parameters(int network) {
        return parameters[network - first];
    }

    AdamMoments moments(int network) {
        return moments[network - first];
    }

    /** A network's parameters in native memory, [1, parameters]. */
    INDArray nativeRow(int network) {
        return mirror.array().getRow(network - first, true);
    }

    float[] gradients(int network) {
        float[] copy = new float[shape.parameters()];
        gradients.read((network - first) * shape.parameters(), copy, 0, copy.length);
        return copy;
    }

    void publishAll() {
        for (int network = 0; network < parameters.length; network++) {
            publish(network);
        }
    }

    private void publish(int row) {
        mirror.write(row * shape.parameters(), parameters[row], 0, shape.parameters());
    }

    /** All networks' inputs in, all networks' outputs out; this chunk reads and writes its own part. */
    void forward(AgentTensor inputs, AgentTensor outputs) {
        ChunkPass pass = pass(inputs.rows());
        calls += pass.forward(inputs, outputs, first, parameters);
        last = pass;
    }

    private ChunkPass pass(int batch) {
        ChunkPass pass = passes.stream()
                .filter(one -> one.batch() == batch)
                .findFirst()
                .orElseGet(() -> new ChunkPass(shape, networks(), batch, mirror, gradients));
        passes.remove(pass);
        passes.addFirst(pass);
        if (passes.size() > KEPT_PASSES) {
            passes.removeLast().close();
        }
        return pass;
    }

    void backward(AgentTensor outputGradients, @Nullable AgentTensor inputGradients) {
        ChunkPass pass = last;
        if (pass == null) {
            throw new IllegalStateException("backward needs a forward before it");
        }
        calls += pass.backward(outputGradients, first, inputGradients != null);
        if (inputGradients != null) {
            pass.readInputGradients(inputGradients, first);
        }
        gradientsReady = true;
        last = null;
    }

    void step(Adam adam, long step) {
        if (!gradientsReady) {
            throw new IllegalStateException("step needs a backward before it");
        }
        for (int row = 0; row < parameters.length; row++) {
            gradients.read(row * shape.parameters(), gradient, 0, gradient.length);
            try {
                moments[row].step(adam, step, parameters[row], gradient);
            } catch (ArithmeticException notFinite) {
                throw new ArithmeticException("Network %d: %s".formatted(first + row, notFinite.getMessage()));
            }
            publish(row);
        }
        gradientsReady = false;
    }

    @Override
    public void close() {
        passes.forEach(ChunkPass::close);
        passes.clear();
        mirror.close();
        gradients.close();
    }
}

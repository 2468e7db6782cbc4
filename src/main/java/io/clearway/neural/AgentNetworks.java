package io.clearway.neural;

import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.compute.NativeLibrary;
import io.clearway.neural.optimizer.Adam;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Networks of many agents, each with its own weights but all of one shape, computed together: a native call serves a
 * chunk of up to eight networks. Float32. Used by one thread at a time; owns native memory until closed. Results are
 * the same bit for bit for any number of threads.
 */
public final class AgentNetworks implements AutoCloseable {
    private static final int CHUNK = 8;

    private final PerceptronShape shape;
    private final int networks;
    private final ComputePool pool;
    private final List<NetworkChunk> chunks;
    private int batch;
    private long steps;
    private boolean closed;

    private AgentNetworks(PerceptronShape shape, int networks, ComputePool pool, List<NetworkChunk> chunks) {
        this.shape = shape;
        this.networks = networks;
        this.pool = pool;
        this.chunks = chunks;
    }

    /** Networks with orthogonal first weights and biases 0, the last layer's gain being 1. */
    public static AgentNetworks create(int networks, PerceptronShape shape, long seed, ComputePool pool) {
        return create(networks, shape, seed, 1, pool);
    }

    /**
     * Networks with orthogonal first weights and biases 0.
     *
     * @param seed the same seed gives the same weights; each network's differ
     * @param outputScale gain of the last layer, such as 0.01 for a policy that starts out nearly uniform; 0 or more
     * @param pool computes, is not closed with the networks
     */
    public static AgentNetworks create(
            int networks, PerceptronShape shape, long seed, double outputScale, ComputePool pool) {
        if (networks < 1) {
            throw new IllegalArgumentException("%d networks cannot be created; give 1 or more".formatted(networks));
        }
        if (!(outputScale >= 0) || Double.isInfinite(outputScale)) {
            throw new IllegalArgumentException("Output scale %s cannot be used; give 0 or more".formatted(outputScale));
        }
        NativeLibrary.ensureLoaded();
        int count = (networks + CHUNK - 1) / CHUNK;
        NetworkChunk[] chunks = new NetworkChunk[count];
        pool.forEach(count, chunk -> {
            int first = networks * chunk / count;
            float[][] rows = new float[networks * (chunk + 1) / count - first][];
            for (int row = 0; row < rows.length; row++) {
                rows[row] = Initialization.orthogonal(shape, outputScale, seed, first + row);
            }
            chunks[chunk] = new NetworkChunk(shape, first, rows);
        });
        return new AgentNetworks(shape, networks, pool, List.of(chunks));
    }

    /** How many networks. */
    public int networks() {
        return networks;
    }

    /** Shape of each. */
    public PerceptronShape shape() {
        return shape;
    }

    /** Weights and biases of each. */
    public int parametersPerNetwork() {
        return shape.parameters();
    }

    /** Optimizer steps taken. */
    public long steps() {
        return steps;
    }

    /** Calls of ND4J made so far; a step makes a fixed number per chunk. */
    public long nativeCalls() {
        return chunks.stream().mapToLong(NetworkChunk::calls).sum();
    }

    /**
     * Outputs for a batch of inputs of every network; keeps what {@link #backward} needs.
     *
     * @param inputs of as many agents as there are networks; the batch are its rows
     */
    public AgentTensor forward(AgentTensor inputs) {
        requireOpen();
        inputs.require("the inputs", networks, Math.max(1, inputs.rows()), shape.inputs());
        AgentTensor outputs = AgentTensor.zeros(networks, inputs.rows(), shape.outputs());
        inChunks(chunk -> chunk.forward(inputs, outputs));
        this.batch = inputs.rows();
        return outputs;
    }

    /**
     * Gradients of a loss with respect to all parameters, given those with respect to the last forward's outputs. They
     * replace earlier ones.
     *
     * @throws IllegalStateException when no forward went before
     */
    public void backward(AgentTensor outputGradients) {
        requireForward(outputGradients);
        inChunks(chunk -> chunk.backward(outputGradients, null));
    }

    /** The same, carried on down to the inputs: gradients with respect to them. */
    public AgentTensor backwardToInputs(AgentTensor outputGradients) {
        requireForward(outputGradients);
        AgentTensor inputGradients = AgentTensor.zeros(networks, batch, shape.inputs());
        inChunks(chunk -> chunk.backward(outputGradients, inputGradients));
        return inputGradients;
    }

    private void requireForward(AgentTensor outputGradients) {
        requireOpen();
        if (batch == 0) {
            throw new IllegalStateException("backward needs a forward before it");
        }
        outputGradients.require("the output gradients", networks, batch, shape.outputs());
    }

    /**
     * One step of Adam on the last gradients, each network clipped by its own norm.
     *
     * @throws ArithmeticException when a gradient is not finite; other networks may have stepped already
     * @throws IllegalStateException when no backward went before
     */
    public void step(Adam adam) {
        requireOpen();
        long step = steps + 1;
        inChunks(chunk -> chunk.step(adam, step));
        steps = step;
    }

    /** A copy of the policy as it is now, for acting. */
    public ActingNetworks snapshot() {
        requireOpen();
        return ActingNetworks.of(shape, networks, this::parameters);
    }

    /** Copy of a network's flat parameters: layer by layer, weights column by column, then biases. */
    public float[] parameters(int network) {
        requireOpen();
        return chunkOf(network).parameters(network).clone();
    }

    /** Replaces a network's flat parameters; its optimizer memory stays. */
    public void setParameters(int network, float[] parameters) {
        requireOpen();
        NetworkChunk chunk = chunkOf(network);
        if (parameters.length != shape.parameters()) {
            throw new IllegalArgumentException("A network of shape %s has %d parameters, not %d"
                    .formatted(shape, shape.parameters(), parameters.length));
        }
        copy(parameters, chunk.parameters(network));
        chunk.publishAll();
    }

    /** Copy of a network's last gradients, in the order of its parameters. */
    public float[] gradients(int network) {
        requireOpen();
        return chunkOf(network).gradients(network);
    }

    /** A network as the bytes of a DL4J model file, which {@code ModelSerializer} restores. */
    public byte[] exportNetwork(int network) {
        requireOpen();
        return NetworkExport.modelFile(shape, chunkOf(network).nativeRow(network));
    }

    /** Copies all parameters of other networks of the same shape; optimizer memories stay. */
    public void copyFrom(AgentNetworks other) {
        takeFrom(other, AgentNetworks::copy);
    }

    /**
     * Moves all parameters a share of the way to those of other networks of the same shape, as target networks follow
     * their originals; optimizer memories stay.
     *
     * @param share from 0 for not at all to 1 for all the way
     */
    public void moveToward(AgentNetworks other, double share) {
        float part = (float) share;
        takeFrom(other, (from, to) -> {
            for (int i = 0; i < to.length; i++) {
                to[i] = (1 - part) * to[i] + part * from[i];
            }
        });
    }

    private void takeFrom(AgentNetworks other, BiConsumer<float[], float[]> take) {
        requireOpen();
        other.requireOpen();
        if (networks != other.networks || !shape.equals(other.shape)) {
            throw new IllegalArgumentException("%d networks of %s cannot take the parameters of %d networks of %s"
                    .formatted(networks, shape, other.networks, other.shape));
        }
        for (NetworkChunk chunk : chunks) {
            for (int network = chunk.first(); network < chunk.first() + chunk.networks(); network++) {
                take.accept(other.chunkOf(network).parameters(network), chunk.parameters(network));
            }
            chunk.publishAll();
        }
    }

    /** The optimizer forgets all gradients and steps; parameters stay. */
    public void resetOptimizer() {
        requireOpen();
        for (int network = 0; network < networks; network++) {
            chunkOf(network).moments(network).reset();
        }
        steps = 0;
    }

    /** Writes parameters, optimizer memory and step count, exactly. */
    public void writeTo(DataOutput out) throws IOException {
        requireOpen();
        NetworkFormat.writeHeader(out, networks, shape, steps);
        for (int network = 0; network < networks; network++) {
            NetworkChunk chunk = chunkOf(network);
            NetworkFormat.write(out, chunk.parameters(network));
            NetworkFormat.write(out, chunk.moments(network).first());
            NetworkFormat.write(out, chunk.moments(network).second());
        }
    }

    /**
     * Takes over what {@link #writeTo} wrote.
     *
     * @throws IOException when it is damaged or of another number or shape of networks; nothing is changed then
     */
    public void readFrom(DataInput in) throws IOException {
        requireOpen();
        long taken = NetworkFormat.readHeader(in, networks, shape);
        float[][] parameters = new float[networks][shape.parameters()];
        float[][] first = new float[networks][shape.parameters()];
        float[][] second = new float[networks][shape.parameters()];
        for (int network = 0; network < networks; network++) {
            NetworkFormat.read(in, parameters[network]);
            NetworkFormat.read(in, first[network]);
            NetworkFormat.read(in, second[network]);
        }
        for (int network = 0; network < networks; network++) {
            NetworkChunk chunk = chunkOf(network);
            copy(parameters[network], chunk.parameters(network));
            copy(first[network], chunk.moments(network).first());
            copy(second[network], chunk.moments(network).second());
        }
        chunks.forEach(NetworkChunk::publishAll);
        steps = taken;
    }

    /** Frees the native memory. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            chunks.forEach(NetworkChunk::close);
        }
    }

    private void inChunks(Consumer<NetworkChunk> work) {
        pool.forEach(chunks.size(), index -> work.accept(chunks.get(index)));
    }

    private static void copy(float[] from, float[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }

    private NetworkChunk chunkOf(int network) {
        for (NetworkChunk chunk : chunks) {
            if (network >= chunk.first() && network < chunk.first() + chunk.networks()) {
                return chunk;
            }
        }
        throw new IndexOutOfBoundsException("There is no network %d of %d".formatted(network, networks));
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("These networks are closed; their native memory is freed");
        }
    }
}

package io.clearway.neural.tape;

import io.clearway.neural.AgentTensor;
import io.clearway.neural.Initialization;
import io.clearway.neural.NetworkFormat;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.compute.NativeLibrary;
import io.clearway.neural.optimizer.AdamMoments;
import io.clearway.neural.optimizer.RmsProp;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * Linear layers of the networks of many agents, from which a {@link Tape} composes any network, recurrent or with
 * messages between agents. A native call serves a chunk of up to eight agents, or all agents that share weights.
 * Float32. Used by one thread at a time; owns native memory until closed. Results are the same bit for bit for any
 * number of threads.
 */
public final class AgentLayers implements LayerProducts, AutoCloseable {
    private static final int CHUNK = 8;
    /** Sets apart the seeds of layers: an odd number, so that none returns. */
    private static final long LAYER_STRIDE = 0xD1B54A32D192ED03L;

    private final int agents;
    private final long seed;
    private final ComputePool pool;
    private final List<int[]> chunks = new ArrayList<>();
    private final int[] chunkOf;
    private final int[] placeOf;
    private final boolean shared;
    private final List<LinearLayer> layers = new ArrayList<>();
    private final List<List<LinearChunk>> parts = new ArrayList<>();
    private boolean gradientsReady;

    /** Which gradients are clipped together. */
    public enum Clipping {
        /** Each network by its own norm: agents that learn for themselves. */
        EACH_NETWORK,
        /** All by the norm of all: agents whose losses are one sum. */
        TOGETHER
    }

    /**
     * No layers yet.
     *
     * @param groups all agents, each once
     * @param shared whether the agents of a group use one network; if not, each has its own
     * @param seed the same seed gives the same weights
     * @param pool computes, is not closed with the layers
     */
    public AgentLayers(List<List<Integer>> groups, boolean shared, long seed, ComputePool pool) {
        NativeLibrary.ensureLoaded();
        this.agents = groups.stream().mapToInt(List::size).sum();
        this.shared = shared;
        this.seed = seed;
        this.pool = pool;
        for (List<Integer> group : groups) {
            int each = shared ? group.size() : CHUNK;
            for (int first = 0; first < group.size(); first += each) {
                chunks.add(group.subList(first, Math.min(group.size(), first + each)).stream()
                        .mapToInt(Integer::intValue)
                        .toArray());
            }
        }
        chunkOf = new int[agents];
        placeOf = new int[agents];
        for (int chunk = 0; chunk < chunks.size(); chunk++) {
            int[] members = chunks.get(chunk);
            for (int place = 0; place < members.length; place++) {
                chunkOf[members[place]] = chunk;
                placeOf[members[place]] = shared ? 0 : place;
            }
        }
    }

    /**
     * Another layer, with orthogonal weights and biases 0.
     *
     * @param gain of the weights
     */
    public LinearLayer add(int inputs, int outputs, double gain) {
        return add(new LinearLayer(layers.size(), inputs, outputs, true), gain);
    }

    /** Another layer without biases. */
    public LinearLayer addUnbiased(int inputs, int outputs, double gain) {
        return add(new LinearLayer(layers.size(), inputs, outputs, false), gain);
    }

    private LinearLayer add(LinearLayer layer, double gain) {
        List<LinearChunk> made = new ArrayList<>();
        for (int[] members : chunks) {
            float[][] parameters = new float[shared ? 1 : members.length][];
            for (int network = 0; network < parameters.length; network++) {
                long own = seed + Initialization.STRIDE * (members[network] + 1L) + LAYER_STRIDE * layer.number();
                float[] weights =
                        Initialization.orthogonal(layer.inputs(), layer.outputs(), gain, new SplittableRandom(own));
                parameters[network] = Arrays.copyOf(weights, layer.parameters());
            }
            made.add(new LinearChunk(layer, members, parameters));
        }
        layers.add(layer);
        parts.add(made);
        return layer;
    }

    /** Number of agents n. */
    public int agents() {
        return agents;
    }

    /** Calls of ND4J made so far; they grow with chunks, not with agents one by one. */
    public long nativeCalls() {
        return parts.stream()
                .flatMap(List::stream)
                .mapToLong(LinearChunk::calls)
                .sum();
    }

    @Override
    public AgentTensor product(LinearLayer layer, AgentTensor inputs) {
        inputs.require("the inputs", agents, inputs.rows(), layer.inputs());
        AgentTensor outputs = AgentTensor.zeros(agents, inputs.rows(), layer.outputs());
        inChunks(chunk -> part(layer, chunk).forward(inputs, outputs));
        return outputs;
    }

    /** Gradients with respect to a layer's inputs, given those with respect to its outputs. */
    AgentTensor inputGradients(LinearLayer layer, AgentTensor outputGradients) {
        AgentTensor gradients = AgentTensor.zeros(agents, outputGradients.rows(), layer.inputs());
        inChunks(chunk -> part(layer, chunk).backward(outputGradients, gradients));
        return gradients;
    }

    /** Replaces the gradients of all weights; a layer without uses gets zeros. */
    void accumulate(List<List<LinearUse>> uses) {
        for (LinearLayer layer : layers) {
            List<LinearUse> own = uses.get(layer.number());
            int rows = own.stream().mapToInt(LinearUse::rows).sum();
            inChunks(chunk -> {
                if (rows > 0) {
                    part(layer, chunk).accumulate(own, rows);
                } else {
                    part(layer, chunk).clearGradients();
                }
            });
        }
        gradientsReady = true;
    }

    /** All layers in the order they were added. */
    public List<LinearLayer> layers() {
        return List.copyOf(layers);
    }

    /**
     * One step of RMSProp on the gradients of the last tape.
     *
     * @throws ArithmeticException when a gradient is not finite
     * @throws IllegalStateException when no tape went backward before
     */
    public void step(RmsProp optimizer, Clipping clipping) {
        if (!gradientsReady) {
            throw new IllegalStateException("step needs the gradients of a tape before it");
        }
        double[][] scales = scales(optimizer.maxGradientNorm(), clipping);
        inChunks(chunk -> {
            for (List<LinearChunk> layer : parts) {
                LinearChunk part = layer.get(chunk);
                for (int network = 0; network < part.networks(); network++) {
                    double scale = scales[chunk][network];
                    optimizer.step(part.parameters(network), part.gradients(network), scale, part.squares(network));
                }
                part.publish();
            }
        });
        gradientsReady = false;
    }

    private double[][] scales(double limit, Clipping clipping) {
        double[][] norms = new double[chunks.size()][];
        double all = 0;
        for (int chunk = 0; chunk < norms.length; chunk++) {
            norms[chunk] = new double[shared ? 1 : chunks.get(chunk).length];
            for (List<LinearChunk> layer : parts) {
                for (int network = 0; network < norms[chunk].length; network++) {
                    double norm = AdamMoments.norm(layer.get(chunk).gradients(network));
                    norms[chunk][network] += norm * norm;
                    all += norm * norm;
                }
            }
        }
        if (!Double.isFinite(all)) {
            throw new ArithmeticException(("The gradient's norm is %s; a smaller learning rate, gradient clipping or "
                            + "scaled inputs may prevent that")
                    .formatted(all));
        }
        for (double[] chunk : norms) {
            for (int network = 0; network < chunk.length; network++) {
                double norm = Math.sqrt(clipping == Clipping.TOGETHER ? all : chunk[network]);
                chunk[network] = norm > limit ? limit / norm : 1;
            }
        }
        return norms;
    }

    /**
     * Consensus: an agent's weights of a layer become the plain average over some agents, all at once.
     *
     * @param members [agents][…] over whom
     * @throws IllegalStateException when weights are shared
     */
    public void average(LinearLayer layer, int[][] members) {
        if (shared) {
            throw new IllegalStateException("Shared weights cannot be averaged over neighbors");
        }
        float[][] means = new float[agents][layer.parameters()];
        for (int agent = 0; agent < agents; agent++) {
            for (int member : members[agent]) {
                float[] weights = parametersOf(layer, member);
                for (int i = 0; i < weights.length; i++) {
                    means[agent][i] += weights[i] / members[agent].length;
                }
            }
        }
        for (int agent = 0; agent < agents; agent++) {
            System.arraycopy(means[agent], 0, parametersOf(layer, agent), 0, layer.parameters());
        }
        parts.get(layer.number()).forEach(LinearChunk::publish);
    }

    /** Copy of an agent's weights of a layer, row-major [inputs][outputs], then biases. */
    public float[] parameters(LinearLayer layer, int agent) {
        return parametersOf(layer, agent).clone();
    }

    /** Replaces an agent's weights of a layer, and those of all who share them. */
    public void setParameters(LinearLayer layer, int agent, float[] parameters) {
        System.arraycopy(parameters, 0, parametersOf(layer, agent), 0, layer.parameters());
        parts.get(layer.number()).forEach(LinearChunk::publish);
    }

    /** Copy of the last gradients, in the order of {@link #parameters}. */
    public float[] gradients(LinearLayer layer, int agent) {
        return part(layer, chunkOf[agent]).gradients(placeOf[agent]).clone();
    }

    private float[] parametersOf(LinearLayer layer, int agent) {
        return part(layer, chunkOf[agent]).parameters(placeOf[agent]);
    }

    private LinearChunk part(LinearLayer layer, int chunk) {
        return parts.get(layer.number()).get(chunk);
    }

    private void inChunks(IntConsumer work) {
        pool.forEach(chunks.size(), work);
    }

    /** A copy of the weights as they are now, for acting. */
    public FrozenLayers snapshot() {
        return FrozenLayers.of(layers, agents, this::parametersOf);
    }

    /** Writes weights and optimizer memory, exactly. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(agents);
        out.writeInt(layers.size());
        for (List<LinearChunk> layer : parts) {
            for (LinearChunk part : layer) {
                for (int network = 0; network < part.networks(); network++) {
                    NetworkFormat.write(out, part.parameters(network));
                    NetworkFormat.write(out, part.squares(network));
                }
            }
        }
    }

    /**
     * Takes over what {@link #writeTo} wrote.
     *
     * @throws IOException when it is cut short or of another number of agents or layers
     */
    public void readFrom(DataInput in) throws IOException {
        int writtenAgents = in.readInt();
        int writtenLayers = in.readInt();
        if (writtenAgents != agents || writtenLayers != layers.size()) {
            throw new IOException("%d layers of %d agents do not fit %d layers of %d agents"
                    .formatted(writtenLayers, writtenAgents, layers.size(), agents));
        }
        for (List<LinearChunk> layer : parts) {
            for (LinearChunk part : layer) {
                for (int network = 0; network < part.networks(); network++) {
                    NetworkFormat.read(in, part.parameters(network));
                    NetworkFormat.read(in, part.squares(network));
                }
                part.publish();
            }
        }
    }

    /** Frees the native memory. */
    @Override
    public void close() {
        parts.forEach(layer -> layer.forEach(LinearChunk::close));
        parts.clear();
        layers.clear();
    }
}

package io.clearway.neural.tape;

import io.clearway.neural.AgentTensor;
import io.clearway.neural.compute.BatchedProduct;
import io.clearway.neural.compute.Elementwise;
import io.clearway.neural.compute.NativeMatrix;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.IntFunction;

/**
 * One linear layer of a few agents whose products share each native call. Either each agent has a network of its own,
 * or all of them use one. Parameters live on heap and are mirrored in native memory. Used by one thread at a time.
 */
final class LinearChunk implements AutoCloseable {
    /** Row counts whose native memory is kept ready: single steps, whole batches, the last batch of an episode. */
    private static final int KEPT_PASSES = 4;

    private final LinearLayer layer;
    private final int[] agents;
    private final float[][] parameters;
    private final float[][] gradients;
    private final float[][] squares;
    private final NativeMatrix mirror;
    private final Deque<Pass> passes = new ArrayDeque<>();
    private final Deque<GradientPass> gradientPasses = new ArrayDeque<>();
    private long calls;

    /**
     * @param agents who computes here
     * @param parameters a row per network, taken over: one row, or one per agent
     */
    LinearChunk(LinearLayer layer, int[] agents, float[][] parameters) {
        this.layer = layer;
        this.agents = agents.clone();
        this.parameters = parameters;
        this.gradients = new float[parameters.length][layer.parameters()];
        this.squares = new float[parameters.length][layer.parameters()];
        this.mirror = new NativeMatrix(parameters.length, layer.inputs(), layer.outputs());
        publish();
    }

    /** What is kept ready for one number of rows. */
    private interface Prepared extends AutoCloseable {
        int rows();

        @Override
        void close();
    }

    /** Native memory and products of one use. */
    private record Pass(int rows, NativeMatrix in, NativeMatrix out, BatchedProduct forward, BatchedProduct backward)
            implements Prepared {
        @Override
        public void close() {
            forward.close();
            backward.close();
            in.close();
            out.close();
        }
    }

    /** Native memory and product of the weights' gradients. */
    private record GradientPass(int rows, NativeMatrix in, NativeMatrix delta, NativeMatrix sum, BatchedProduct product)
            implements Prepared {
        @Override
        public void close() {
            product.close();
            in.close();
            delta.close();
            sum.close();
        }
    }

    /** Calls of ND4J made so far. */
    long calls() {
        return calls;
    }

    int networks() {
        return parameters.length;
    }

    /** Parameters of one network, weights before biases; {@link #publish} after a change. */
    float[] parameters(int network) {
        return parameters[network];
    }

    /** Gradients of one network's parameters. */
    float[] gradients(int network) {
        return gradients[network];
    }

    /** RMSProp's mean squares of one network. */
    float[] squares(int network) {
        return squares[network];
    }

    /** Copies the parameters to native memory. */
    void publish() {
        int weights = layer.inputs() * layer.outputs();
        for (int network = 0; network < parameters.length; network++) {
            mirror.write(network * weights, parameters[network], 0, weights);
        }
    }

    /** y = xW + b; all agents' arrays, of which this chunk reads and writes its own part. */
    void forward(AgentTensor inputs, AgentTensor outputs) {
        Pass pass = pass(inputs.rows());
        put(inputs, pass.in());
        pass.forward().compute();
        calls++;
        take(pass.out(), outputs);
        int weights = layer.inputs() * layer.outputs();
        float[] sums = outputs.values();
        for (int k = 0; k < agents.length; k++) {
            float[] own = parameters[networkOf(k)];
            for (int row = 0; row < outputs.rows(); row++) {
                int at = outputs.at(agents[k], row);
                for (int o = 0; o < layer.outputs(); o++) {
                    sums[at + o] += own[weights + o];
                }
            }
        }
    }

    /** ∂/∂x = ∂/∂y · Wᵀ. */
    void backward(AgentTensor outputGradients, AgentTensor inputGradients) {
        Pass pass = pass(outputGradients.rows());
        put(outputGradients, pass.out());
        pass.backward().compute();
        calls++;
        take(pass.in(), inputGradients);
    }

    /**
     * Gradients of the parameters from everything that went through: ∂/∂W = xᵀ · ∂/∂y over all uses at once. A shared
     * network's is the mean over its agents.
     */
    void accumulate(Iterable<LinearUse> uses, int totalRows) {
        GradientPass pass = gradientPass(totalRows);
        for (int k = 0; k < agents.length; k++) {
            int row = k * totalRows;
            for (LinearUse use : uses) {
                copyRows(use.inputs(), agents[k], pass.in(), row);
                copyRows(use.deltas(), agents[k], pass.delta(), row);
                row += use.rows();
            }
        }
        pass.product().compute();
        calls++;
        int each = agents.length / parameters.length;
        for (int network = 0; network < parameters.length; network++) {
            readGradient(pass, network, each * totalRows);
            for (int i = 0; each > 1 && i < layer.parameters(); i++) {
                gradients[network][i] /= each;
            }
        }
    }

    private static void copyRows(AgentTensor from, int agent, NativeMatrix to, int row) {
        to.write(row * from.width(), from.values(), from.at(agent, 0), from.rows() * from.width());
    }

    private void readGradient(GradientPass pass, int network, int rows) {
        int weights = layer.inputs() * layer.outputs();
        pass.sum().read(network * weights, gradients[network], 0, weights);
        if (layer.biased()) {
            float[] bias = Elementwise.sumOfRows(pass.delta(), network * rows * layer.outputs(), rows, layer.outputs());
            System.arraycopy(bias, 0, gradients[network], weights, bias.length);
        }
    }

    /** Sets all gradients to 0. */
    void clearGradients() {
        for (float[] gradient : gradients) {
            Arrays.fill(gradient, 0);
        }
    }

    private int networkOf(int place) {
        return parameters.length == 1 ? 0 : place;
    }

    private void put(AgentTensor all, NativeMatrix to) {
        for (int k = 0; k < agents.length; k++) {
            copyRows(all, agents[k], to, k * all.rows());
        }
    }

    private void take(NativeMatrix from, AgentTensor all) {
        int block = all.rows() * all.width();
        for (int k = 0; k < agents.length; k++) {
            from.read(k * block, all.values(), all.at(agents[k], 0), block);
        }
    }

    private Pass pass(int rows) {
        return kept(passes, rows, missing -> {
            NativeMatrix in = side(missing, layer.inputs());
            NativeMatrix out = side(missing, layer.outputs());
            return new Pass(
                    missing,
                    in,
                    out,
                    new BatchedProduct(in.array(), false, mirror.array(), false, out.array()),
                    new BatchedProduct(out.array(), false, mirror.array(), true, in.array()));
        });
    }

    private GradientPass gradientPass(int rows) {
        return kept(gradientPasses, rows, missing -> {
            NativeMatrix in = side(missing, layer.inputs());
            NativeMatrix delta = side(missing, layer.outputs());
            NativeMatrix sum = new NativeMatrix(parameters.length, layer.inputs(), layer.outputs());
            return new GradientPass(
                    missing, in, delta, sum, new BatchedProduct(in.array(), true, delta.array(), false, sum.array()));
        });
    }

    private NativeMatrix side(int rows, int width) {
        long each = (long) rows * agents.length / parameters.length;
        return new NativeMatrix(parameters.length, each, width);
    }

    /** The newest few are kept, the one used longest ago goes. */
    private static <T extends Prepared> T kept(Deque<T> all, int rows, IntFunction<T> make) {
        T found = all.stream().filter(one -> one.rows() == rows).findFirst().orElseGet(() -> make.apply(rows));
        all.remove(found);
        all.addFirst(found);
        if (all.size() > KEPT_PASSES) {
            all.removeLast().close();
        }
        return found;
    }

    @Override
    public void close() {
        passes.forEach(Pass::close);
        passes.clear();
        gradientPasses.forEach(GradientPass::close);
        gradientPasses.clear();
        mirror.close();
    }
}

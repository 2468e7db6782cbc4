package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.experience.ActionKind;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentGraph.Edge;
import io.clearway.neural.AgentNetworks;
import io.clearway.neural.PerceptronShape;
import io.clearway.neural.compute.Activation;
import io.clearway.neural.compute.ComputePool;
import io.clearway.neural.optimizer.Adam;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One round of messages over the graph, each agent and each undirected edge with weights of its own: h_i = ReLU(W_i x_i
 * + b_i), e_ij = f_ij([h_i ; h_j]), m_i = Σ_j e_ij, y_i = g_i([m_i ; h_i ; a_i]). The last layer of g_i is linear and
 * holds all heads. Arrays are [agents][batch][values].
 */
final class GraphNetwork implements AutoCloseable {
    /** Gain of the last layer at the beginning: first predictions change little. */
    private static final double OUTPUT_SCALE = 0.1;

    private final Sizes sizes;
    private final List<Edge> edges;
    private final int agents;
    private final AgentNetworks encoders;
    private final Optional<AgentNetworks> edgeNetworks;
    private final AgentNetworks nodeNetworks;
    private int batch;
    private float[] embeddings = {};

    /**
     * Lengths of what goes through.
     *
     * @param inputs of x_i
     * @param actions how a_i is encoded
     * @param outputs of y_i
     * @param node of h_i
     * @param edge of e_ij
     * @param hidden layers of f_ij and g_i
     * @param activation of all hidden layers; the identity makes the whole model linear
     */
    record Sizes(
            int inputs,
            ActionKind actions,
            int outputs,
            int node,
            int edge,
            List<Integer> hidden,
            Activation activation) {
        boolean rectified() {
            return activation == Activation.RELU;
        }

        int nodeInputs() {
            return edge + node + actions.code();
        }

        PerceptronShape perceptron(int in, int out) {
            List<Integer> layers = new ArrayList<>(List.of(in));
            layers.addAll(hidden);
            layers.add(out);
            return new PerceptronShape(layers, activation);
        }
    }

    GraphNetwork(AgentGraph graph, Sizes sizes, long seed, ComputePool pool) {
        this.sizes = sizes;
        this.agents = graph.size();
        this.edges = graph.edges();
        var encoder = new PerceptronShape(List.of(sizes.inputs(), sizes.node()), sizes.activation());
        this.encoders = AgentNetworks.create(agents, encoder, seed, pool);
        this.edgeNetworks = edges.isEmpty()
                ? Optional.empty()
                : Optional.of(AgentNetworks.create(
                        edges.size(), sizes.perceptron(2 * sizes.node(), sizes.edge()), seed + 1, pool));
        this.nodeNetworks = AgentNetworks.create(
                agents, sizes.perceptron(sizes.nodeInputs(), sizes.outputs()), seed + 2, OUTPUT_SCALE, pool);
    }

    /** y of all agents; remembers what {@link #backward} needs. */
    float[] forward(float[] inputs, float[] actions, int batch) {
        this.batch = batch;
        float[] h = encoders.forward(inputs, batch);
        if (sizes.rectified()) {
            for (int i = 0; i < h.length; i++) {
                h[i] = Math.max(0, h[i]);
            }
        }
        embeddings = h;
        float[] nodeInputs = new float[agents * batch * sizes.nodeInputs()];
        edgeNetworks.ifPresent(networks -> sumMessages(networks.forward(pairs(h), batch), nodeInputs));
        for (int row = 0; row < agents * batch; row++) {
            int at = row * sizes.nodeInputs() + sizes.edge();
            System.arraycopy(h, row * sizes.node(), nodeInputs, at, sizes.node());
            sizes.actions().encode(actions[row], nodeInputs, at + sizes.node());
        }
        return nodeNetworks.forward(nodeInputs, batch);
    }

    /** [h_i ; h_j] of every edge. */
    private float[] pairs(float[] h) {
        int node = sizes.node();
        float[] pairs = new float[edges.size() * batch * 2 * node];
        for (int k = 0; k < edges.size(); k++) {
            Edge edge = edges.get(k);
            for (int sample = 0; sample < batch; sample++) {
                int to = (k * batch + sample) * 2 * node;
                System.arraycopy(h, (edge.lower() * batch + sample) * node, pairs, to, node);
                System.arraycopy(h, (edge.upper() * batch + sample) * node, pairs, to + node, node);
            }
        }
        return pairs;
    }

    /** m_i = Σ_j e_ij. */
    private void sumMessages(float[] messages, float[] nodeInputs) {
        for (int k = 0; k < edges.size(); k++) {
            for (int sample = 0; sample < batch; sample++) {
                int from = (k * batch + sample) * sizes.edge();
                int lower = (edges.get(k).lower() * batch + sample) * sizes.nodeInputs();
                int upper = (edges.get(k).upper() * batch + sample) * sizes.nodeInputs();
                for (int i = 0; i < sizes.edge(); i++) {
                    nodeInputs[lower + i] += messages[from + i];
                    nodeInputs[upper + i] += messages[from + i];
                }
            }
        }
    }

    /**
     * Gradients of all parameters for the last forward; they replace earlier ones.
     *
     * @return gradients with respect to the inputs, empty when not wanted
     */
    float[] backward(float[] outputGradients, boolean inputGradientsWanted) {
        float[] nodeGradients = nodeNetworks.backward(outputGradients, true);
        float[] h = new float[embeddings.length];
        for (int row = 0; row < agents * batch; row++) {
            System.arraycopy(
                    nodeGradients, row * sizes.nodeInputs() + sizes.edge(), h, row * sizes.node(), sizes.node());
        }
        edgeNetworks.ifPresent(networks -> addPairs(networks.backward(spread(nodeGradients), true), h));
        if (sizes.rectified()) {
            for (int i = 0; i < h.length; i++) {
                h[i] = embeddings[i] > 0 ? h[i] : 0;
            }
        }
        return encoders.backward(h, inputGradientsWanted);
    }

    /** An edge's message went to both ends, so it gets both ends' gradients. */
    private float[] spread(float[] nodeGradients) {
        float[] gradients = new float[edges.size() * batch * sizes.edge()];
        for (int k = 0; k < edges.size(); k++) {
            for (int sample = 0; sample < batch; sample++) {
                int to = (k * batch + sample) * sizes.edge();
                int lower = (edges.get(k).lower() * batch + sample) * sizes.nodeInputs();
                int upper = (edges.get(k).upper() * batch + sample) * sizes.nodeInputs();
                for (int i = 0; i < sizes.edge(); i++) {
                    gradients[to + i] = nodeGradients[lower + i] + nodeGradients[upper + i];
                }
            }
        }
        return gradients;
    }

    private void addPairs(float[] pairs, float[] h) {
        int node = sizes.node();
        for (int k = 0; k < edges.size(); k++) {
            for (int sample = 0; sample < batch; sample++) {
                int from = (k * batch + sample) * 2 * node;
                int lower = (edges.get(k).lower() * batch + sample) * node;
                int upper = (edges.get(k).upper() * batch + sample) * node;
                for (int i = 0; i < node; i++) {
                    h[lower + i] += pairs[from + i];
                    h[upper + i] += pairs[from + node + i];
                }
            }
        }
    }

    /** One step of the optimizer on the last gradients. */
    void step(Adam adam) {
        networks().forEach(networks -> networks.step(adam));
    }

    /** All parts: encoders, edges if there are any, nodes. */
    List<AgentNetworks> networks() {
        List<AgentNetworks> all = new ArrayList<>(List.of(encoders));
        edgeNetworks.ifPresent(all::add);
        all.add(nodeNetworks);
        return all;
    }

    void writeTo(DataOutput out) throws IOException {
        for (AgentNetworks networks : networks()) {
            networks.writeTo(out);
        }
    }

    void readFrom(DataInput in) throws IOException {
        for (AgentNetworks networks : networks()) {
            networks.readFrom(in);
        }
    }

    @Override
    public void close() {
        networks().forEach(AgentNetworks::close);
    }
}

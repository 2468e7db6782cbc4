package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.experience.ActionKind;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentGraph.Edge;
import io.clearway.neural.AgentNetworks;
import io.clearway.neural.AgentTensor;
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
 * + b_i), e_ij = f_ij([h_i ; h_j]) or f_ij([h_i ; a_i ; h_j ; a_j]), m_i = Σ_j e_ij, y_i = g_i([m_i ; h_i ; a_i]). The
 * last layer of g_i is linear and holds all heads. A row is a sample.
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
    private AgentTensor embeddings = AgentTensor.zeros(0, 0, 0);

    /**
     * Lengths of what goes through.
     *
     * @param inputs of x_i
     * @param actions how a_i is encoded
     * @param outputs of y_i
     * @param networks embeddings, hidden layers of f_ij and g_i, and the activation of all; the identity makes the
     *     whole model linear
     */
    record Sizes(int inputs, ActionKind actions, int outputs, ModelSettings.Networks networks) {
        /** Of h_i. */
        int node() {
            return networks.nodeEmbedding();
        }

        /** Of e_ij. */
        int edge() {
            return networks.edgeEmbedding();
        }

        Activation activation() {
            return networks.modelActivation().activation();
        }

        boolean rectified() {
            return activation() == Activation.RELU;
        }

        /** Of one end of an edge, its action included where edges know it. */
        int end() {
            return node() + (networks.edgeActions() ? actions.code() : 0);
        }

        int nodeInputs() {
            return edge() + node() + actions.code();
        }

        PerceptronShape perceptron(int in, int out) {
            List<Integer> layers = new ArrayList<>(List.of(in));
            layers.addAll(networks.modelHidden());
            layers.add(out);
            return new PerceptronShape(layers, activation());
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
                        edges.size(), sizes.perceptron(2 * sizes.end(), sizes.edge()), seed + 1, pool));
        this.nodeNetworks = AgentNetworks.create(
                agents, sizes.perceptron(sizes.nodeInputs(), sizes.outputs()), seed + 2, OUTPUT_SCALE, pool);
    }

    /** y of all agents; remembers what {@link #backward} needs. */
    AgentTensor forward(AgentTensor inputs, AgentTensor actions) {
        AgentTensor h = encoders.forward(inputs);
        if (sizes.rectified()) {
            float[] units = h.values();
            for (int i = 0; i < units.length; i++) {
                units[i] = Math.max(0, units[i]);
            }
        }
        embeddings = h;
        AgentTensor nodeInputs = AgentTensor.zeros(agents, h.rows(), sizes.nodeInputs());
        edgeNetworks.ifPresent(networks -> sumMessages(networks.forward(pairs(h, actions)), nodeInputs));
        h.copyTo(nodeInputs, sizes.edge());
        for (int agent = 0; agent < agents; agent++) {
            for (int row = 0; row < h.rows(); row++) {
                int at = nodeInputs.at(agent, row, sizes.edge() + sizes.node());
                sizes.actions().encode(actions.values(), actions.at(agent, row), nodeInputs.values(), at);
            }
        }
        return nodeNetworks.forward(nodeInputs);
    }

    /** What every edge reads of its ends: their embeddings, and their actions where edges know them. */
    private AgentTensor pairs(AgentTensor h, AgentTensor actions) {
        AgentTensor pairs = AgentTensor.zeros(edges.size(), h.rows(), 2 * sizes.end());
        for (int k = 0; k < edges.size(); k++) {
            for (int row = 0; row < h.rows(); row++) {
                copyEnd(edges.get(k).lower(), row, h, actions, pairs, pairs.at(k, row));
                copyEnd(edges.get(k).upper(), row, h, actions, pairs, pairs.at(k, row, sizes.end()));
            }
        }
        return pairs;
    }

    private void copyEnd(int agent, int row, AgentTensor h, AgentTensor actions, AgentTensor pairs, int at) {
        h.copyRow(agent, row, pairs, at);
        if (sizes.networks().edgeActions()) {
            sizes.actions().encode(actions.values(), actions.at(agent, row), pairs.values(), at + sizes.node());
        }
    }

    /** m_i = Σ_j e_ij. */
    private void sumMessages(AgentTensor messages, AgentTensor nodeInputs) {
        float[] sent = messages.values();
        float[] sums = nodeInputs.values();
        for (int k = 0; k < edges.size(); k++) {
            for (int row = 0; row < messages.rows(); row++) {
                int from = messages.at(k, row);
                int lower = nodeInputs.at(edges.get(k).lower(), row);
                int upper = nodeInputs.at(edges.get(k).upper(), row);
                for (int i = 0; i < messages.width(); i++) {
                    sums[lower + i] += sent[from + i];
                    sums[upper + i] += sent[from + i];
                }
            }
        }
    }

    /** Gradients of all parameters for the last forward; they replace earlier ones. */
    void backward(AgentTensor outputGradients) {
        encoders.backward(embeddingGradients(outputGradients));
    }

    /** The same, and gradients with respect to the inputs. */
    AgentTensor backwardToInputs(AgentTensor outputGradients) {
        return encoders.backwardToInputs(embeddingGradients(outputGradients));
    }

    private AgentTensor embeddingGradients(AgentTensor outputGradients) {
        AgentTensor nodeGradients = nodeNetworks.backwardToInputs(outputGradients);
        AgentTensor gradients = nodeGradients.columns(sizes.edge(), sizes.node());
        edgeNetworks.ifPresent(networks -> addPairs(networks.backwardToInputs(spread(nodeGradients)), gradients));
        if (sizes.rectified()) {
            float[] deltas = gradients.values();
            float[] units = embeddings.values();
            for (int i = 0; i < deltas.length; i++) {
                deltas[i] = units[i] > 0 ? deltas[i] : 0;
            }
        }
        return gradients;
    }

    /** An edge's message went to both ends, so it gets both ends' gradients. */
    private AgentTensor spread(AgentTensor nodeGradients) {
        AgentTensor gradients = AgentTensor.zeros(edges.size(), nodeGradients.rows(), sizes.edge());
        float[] sums = gradients.values();
        float[] ends = nodeGradients.values();
        for (int k = 0; k < edges.size(); k++) {
            for (int row = 0; row < gradients.rows(); row++) {
                int to = gradients.at(k, row);
                int lower = nodeGradients.at(edges.get(k).lower(), row);
                int upper = nodeGradients.at(edges.get(k).upper(), row);
                for (int i = 0; i < gradients.width(); i++) {
                    sums[to + i] = ends[lower + i] + ends[upper + i];
                }
            }
        }
        return gradients;
    }

    private void addPairs(AgentTensor pairs, AgentTensor gradients) {
        int node = gradients.width();
        float[] sums = gradients.values();
        float[] both = pairs.values();
        for (int k = 0; k < edges.size(); k++) {
            for (int row = 0; row < pairs.rows(); row++) {
                int from = pairs.at(k, row);
                int lower = gradients.at(edges.get(k).lower(), row);
                int upper = gradients.at(edges.get(k).upper(), row);
                for (int i = 0; i < node; i++) {
                    sums[lower + i] += both[from + i];
                    sums[upper + i] += both[from + sizes.end() + i];
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

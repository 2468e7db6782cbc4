package io.clearway.algorithm.a2c.method;

import io.clearway.algorithm.a2c.CommunicationMethod;
import io.clearway.algorithm.a2c.CommunicationTopology;
import io.clearway.neural.tape.AgentLayers;
import io.clearway.neural.tape.AgentValues;
import io.clearway.neural.tape.LinearLayer;
import io.clearway.neural.tape.Tape;

/**
 * A layer W [x_j, …] on what an agent receives from several, one after the other.
 *
 * @param layer W
 * @param senders [agents][…] whose values an agent receives
 * @param places of senders in the layer's input
 */
@SuppressWarnings("ArrayRecordComponent") // read only, never compared
record NeighborEncoder(LinearLayer layer, int[][] senders, int places) {
    /** On values of an agent itself, then of its neighbors. */
    static NeighborEncoder withSelf(CommunicationTopology topology, AgentLayers layers, int width) {
        return of(topology, layers, topology.withSelf(), topology.places() + 1, width);
    }

    /** On values of an agent's neighbors. */
    static NeighborEncoder neighbors(CommunicationTopology topology, AgentLayers layers, int width) {
        return of(topology, layers, topology.neighbors(), topology.places(), width);
    }

    private static NeighborEncoder of(
            CommunicationTopology topology, AgentLayers layers, int[][] senders, int places, int width) {
        LinearLayer layer = layers.add(places * width, topology.encoder(), CommunicationMethod.GAIN);
        return new NeighborEncoder(layer, senders, places);
    }

    /** W [x_j, …]. */
    AgentValues linear(Tape tape, AgentValues values) {
        return tape.linear(tape.gather(values, senders, places), layer);
    }

    /** ReLU(W [x_j, …]). */
    AgentValues relu(Tape tape, AgentValues values) {
        return tape.relu(linear(tape, values));
    }
}

package io.clearway.algorithm.a2c.method;

import io.clearway.algorithm.a2c.CommunicationMethod;
import io.clearway.algorithm.a2c.CommunicationTopology;
import io.clearway.neural.tape.AgentValues;
import io.clearway.neural.tape.AgentLayers;
import io.clearway.neural.tape.LinearLayer;
import io.clearway.neural.tape.Tape;

/**
 * A layer W [x_j, …] on what an agent is told by several, one after the other.
 *
 * @param layer W
 * @param tellers [agents][…] whose values an agent is told
 * @param places of tellers in the layer's input
 */
@SuppressWarnings("ArrayRecordComponent") // read only, never compared
record NeighborEncoder(LinearLayer layer, int[][] tellers, int places) {
    /** On values of an agent itself, then of its neighbors. */
    static NeighborEncoder withSelf(CommunicationTopology site, AgentLayers layers, int width) {
        return of(site, layers, site.withSelf(), site.places() + 1, width);
    }

    /** On values of an agent's neighbors. */
    static NeighborEncoder neighbors(CommunicationTopology site, AgentLayers layers, int width) {
        return of(site, layers, site.neighbors(), site.places(), width);
    }

    private static NeighborEncoder of(
            CommunicationTopology site, AgentLayers layers, int[][] tellers, int places, int width) {
        LinearLayer layer = layers.add(places * width, site.encoder(), CommunicationMethod.GAIN);
        return new NeighborEncoder(layer, tellers, places);
    }

    /** W [x_j, …]. */
    AgentValues linear(Tape tape, AgentValues values) {
        return tape.linear(tape.gather(values, tellers, places), layer);
    }

    /** ReLU(W [x_j, …]). */
    AgentValues relu(Tape tape, AgentValues values) {
        return tape.relu(linear(tape, values));
    }
}

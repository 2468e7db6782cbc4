package io.clearway.algorithm.a2c.method;

import io.clearway.algorithm.a2c.A2cSettings;
import io.clearway.algorithm.a2c.CommunicationMethod;
import io.clearway.algorithm.a2c.CommunicationModule;
import io.clearway.algorithm.a2c.CommunicationTopology;
import io.clearway.algorithm.a2c.MessageContent;
import io.clearway.neural.tape.AgentLayers;
import io.clearway.neural.tape.AgentLayers.Clipping;
import java.util.Set;

/** Independent actor-critic with fingerprints: agents send their neighbors their policy of the previous step. */
public final class FPrint implements CommunicationMethod {
    /** α of Chu et al. 2020 on the 5×5 grid. */
    private static final double SPATIAL_DISCOUNT = 0.95;

    @Override
    public String name() {
        return "fprint";
    }

    @Override
    public String source() {
        return "Foerster et al. 2017, Stabilising Experience Replay for Deep Multi-Agent Reinforcement Learning, ICML,"
                + " as FPrint of Chu et al. 2020";
    }

    @Override
    public A2cSettings defaults() {
        return A2cSettings.CHU.withSpatialDiscount(SPATIAL_DISCOUNT);
    }

    @Override
    public Clipping clipping() {
        return Clipping.EACH_NETWORK;
    }

    @Override
    public CommunicationModule wire(CommunicationTopology topology, AgentLayers layers) {
        var observed = NeighborEncoder.withSelf(topology, layers, topology.observation());
        var fingerprint = NeighborEncoder.neighbors(
                topology, layers, topology.shape().kind().code());
        // x_i = [ReLU(W_s [s_i, s_N]), ReLU(W_p π_{N,t−1})]
        return CommunicationModule.perceiving(
                2 * topology.encoder(),
                Set.of(MessageContent.OBSERVATION, MessageContent.POLICY),
                (tape, observations, policies) ->
                        tape.concat(observed.relu(tape, observations), fingerprint.relu(tape, policies)));
    }
}

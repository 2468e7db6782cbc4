package io.clearway.algorithm.a2c.method;

import io.clearway.algorithm.a2c.A2cSettings;
import io.clearway.algorithm.a2c.CommunicationMethod;
import io.clearway.algorithm.a2c.CommunicationModule;
import io.clearway.algorithm.a2c.CommunicationTopology;
import io.clearway.algorithm.a2c.MessageContent;
import io.clearway.neural.tape.AgentLayers;
import io.clearway.neural.tape.AgentLayers.Clipping;
import java.util.Set;

/** Independent advantage actor-critic: agents receive their neighbors' observations and nothing else. */
public final class Ia2c implements CommunicationMethod {
    /** α of Chu et al. 2020 on the 5×5 grid. */
    private static final double SPATIAL_DISCOUNT = 0.9;

    @Override
    public String name() {
        return "ia2c";
    }

    @Override
    public String source() {
        return "Lowe et al. 2017, Multi-Agent Actor-Critic (MADDPG), as the independent A2C of Chu et al. 2020,"
                + " Multi-agent Reinforcement Learning for Networked System Control, ICLR";
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
        // x_i = ReLU(W [s_i, s_N])
        return CommunicationModule.perceiving(
                topology.encoder(),
                Set.of(MessageContent.OBSERVATION),
                (tape, observations, policies) -> observed.relu(tape, observations));
    }
}

package io.clearway.algorithm.a2c.method;

import io.clearway.algorithm.a2c.A2cSettings;
import io.clearway.algorithm.a2c.CommunicationMethod;
import io.clearway.algorithm.a2c.CommunicationModule;
import io.clearway.algorithm.a2c.CommunicationTopology;
import io.clearway.neural.tape.AgentLayers;
import io.clearway.neural.tape.AgentLayers.Clipping;
import io.clearway.neural.tape.LinearLayer;
import java.util.Set;

/**
 * Actor-critic with consensus: agents see only themselves and average the weights of their LSTM with their neighbors.
 */
public final class ConseNet implements CommunicationMethod {
    /** α of Chu et al. 2020 on the 5×5 grid. */
    private static final double SPATIAL_DISCOUNT = 0.9;

    @Override
    public String name() {
        return "consenet";
    }

    @Override
    public String source() {
        return "Zhang et al. 2018, Fully Decentralized Multi-Agent Reinforcement Learning with Networked Agents, ICML,"
                + " as ConseNet of Chu et al. 2020";
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
    public boolean consensus() {
        return true;
    }

    @Override
    public CommunicationModule wire(CommunicationTopology topology, AgentLayers layers) {
        LinearLayer encoder = layers.add(topology.observation(), topology.encoder(), GAIN);
        // x_i = ReLU(W s_i)
        return CommunicationModule.perceiving(
                topology.encoder(),
                Set.of(),
                (tape, observations, policies) -> tape.relu(tape.linear(observations, encoder)));
    }
}

package io.clearway.algorithm.a2c.method;

import io.clearway.algorithm.a2c.A2cSettings;
import io.clearway.algorithm.a2c.CommunicationMethod;
import io.clearway.algorithm.a2c.CommunicationModule;
import io.clearway.algorithm.a2c.CommunicationTopology;
import io.clearway.algorithm.a2c.MessageContent;
import io.clearway.neural.tape.AgentLayers;
import io.clearway.neural.tape.LinearLayer;
import java.util.Set;

/** CommNet: an agent receives the mean of its neighbors' hidden states. */
public final class CommNet implements CommunicationMethod {
    @Override
    public String name() {
        return "commnet";
    }

    @Override
    public String source() {
        return "Sukhbaatar, Szlam, Fergus 2016, Learning Multiagent Communication with Backpropagation, NeurIPS,"
                + " over neighbors as in Chu et al. 2020";
    }

    @Override
    public A2cSettings defaults() {
        return A2cSettings.CHU;
    }

    @Override
    public CommunicationModule wire(CommunicationTopology topology, AgentLayers layers) {
        var observed = NeighborEncoder.withSelf(topology, layers, topology.observation());
        LinearLayer message = layers.add(topology.hidden(), topology.encoder(), GAIN);
        // x_i = tanh(W_s [s_i, s_N]) + W_m (1/|N|) Σ_{j∈N} h_{j,t−1}
        return CommunicationModule.perceiving(
                        topology.encoder(),
                        Set.of(MessageContent.OBSERVATION, MessageContent.HIDDEN_STATE),
                        (tape, observations, policies) -> tape.tanh(observed.linear(tape, observations)))
                .receiving((tape, perceived, hidden, gates) ->
                        tape.add(perceived, tape.linear(tape.mean(hidden, topology.neighbors()), message)));
    }
}

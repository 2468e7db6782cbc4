package io.clearway.algorithm.a2c.method;

import io.clearway.algorithm.a2c.A2cSettings;
import io.clearway.algorithm.a2c.CommunicationMethod;
import io.clearway.algorithm.a2c.CommunicationModule;
import io.clearway.algorithm.a2c.CommunicationTopology;
import io.clearway.algorithm.a2c.MessageContent;
import io.clearway.neural.tape.AgentLayers;
import io.clearway.neural.tape.AgentValues;
import io.clearway.neural.tape.LinearLayer;
import java.util.Set;

/**
 * IC3Net: an agent receives the mean of its neighbors' hidden states, and each decides at every step whether to send.
 */
public final class Ic3Net implements CommunicationMethod {
    @Override
    public String name() {
        return "ic3net";
    }

    @Override
    public String source() {
        return "Singh, Jain, Sukhbaatar 2019, Learning when to Communicate at Scale in Multiagent Cooperative and"
                + " Competitive Tasks, ICLR, over neighbors";
    }

    /** Each for its own reward, as in the paper. */
    @Override
    public A2cSettings defaults() {
        return A2cSettings.CHU.withSpatialDiscount(0);
    }

    @Override
    public boolean gated() {
        return true;
    }

    @Override
    public CommunicationModule wire(CommunicationTopology topology, AgentLayers layers) {
        LinearLayer encoder = layers.add(topology.observation(), topology.encoder(), GAIN);
        LinearLayer message = layers.addUnbiased(topology.hidden(), topology.encoder(), GAIN);
        // x_i = e(o_i) + C (1/|N|) Σ_{j∈N} g_{j,t} h_{j,t−1}, e being linear as in the paper, and the paper's sum over
        // all others taken over neighbors
        return CommunicationModule.perceiving(
                        topology.encoder(),
                        Set.of(MessageContent.HIDDEN_STATE),
                        (tape, observations, policies) -> tape.linear(observations, encoder))
                .receiving((tape, perceived, hidden, gates) -> {
                    AgentValues received = tape.mean(tape.scaled(hidden, gates), topology.neighbors());
                    return tape.add(perceived, tape.linear(received, message));
                });
    }
}

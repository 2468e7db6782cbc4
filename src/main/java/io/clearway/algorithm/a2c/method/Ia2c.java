package io.clearway.algorithm.a2c.method;

import io.clearway.algorithm.a2c.A2cSettings;
import io.clearway.algorithm.a2c.CommunicationMethod;
import io.clearway.algorithm.a2c.CommunicationModule;
import io.clearway.algorithm.a2c.CommunicationTopology;
import io.clearway.algorithm.a2c.MessageContent;
import io.clearway.neural.AgentValues;
import io.clearway.neural.tape.AgentLayers;
import io.clearway.neural.tape.AgentLayers.Clipping;
import io.clearway.neural.tape.LinearLayer;
import io.clearway.neural.tape.Tape;
import java.util.Set;

/** Independent advantage actor-critic: agents see their neighbors' observations and tell nothing else. */
public final class Ia2c implements CommunicationMethod {
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
        return A2cSettings.CHU.withSpatialDiscount(0.9);
    }

    @Override
    public Clipping clipping() {
        return Clipping.EACH_NETWORK;
    }

    @Override
    public CommunicationModule wire(CommunicationTopology site, AgentLayers layers) {
        int places = site.places() + 1;
        LinearLayer encoder = layers.add(places * site.observation(), site.encoder(), GAIN);
        return new CommunicationModule() {
            @Override
            public int inputs() {
                return site.encoder();
            }

            @Override
            public Set<MessageContent> told() {
                return Set.of(MessageContent.OBSERVATION);
            }

            /** x_i = ReLU(W [s_i, s_N]). */
            @Override
            public AgentValues perceive(Tape tape, AgentValues observations, AgentValues policies) {
                return tape.relu(tape.linear(tape.gather(observations, site.withSelf(), places), encoder));
            }
        };
    }
}

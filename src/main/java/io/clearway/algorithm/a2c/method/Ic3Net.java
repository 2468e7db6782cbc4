package io.clearway.algorithm.a2c.method;

import io.clearway.algorithm.a2c.A2cSettings;
import io.clearway.algorithm.a2c.CommunicationMethod;
import io.clearway.algorithm.a2c.CommunicationModule;
import io.clearway.algorithm.a2c.CommunicationTopology;
import io.clearway.algorithm.a2c.MessageContent;
import io.clearway.neural.AgentValues;
import io.clearway.neural.tape.AgentLayers;
import io.clearway.neural.tape.LinearLayer;
import io.clearway.neural.tape.Tape;
import java.util.Set;

/**
 * IC3Net: an agent hears the mean of its neighbors' hidden states, and each decides at every step whether to be heard.
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
    public CommunicationModule wire(CommunicationTopology site, AgentLayers layers) {
        LinearLayer encoder = layers.add(site.observation(), site.encoder(), GAIN);
        LinearLayer message = layers.addUnbiased(site.hidden(), site.encoder(), GAIN);
        return new CommunicationModule() {
            @Override
            public int inputs() {
                return site.encoder();
            }

            @Override
            public Set<MessageContent> told() {
                return Set.of(MessageContent.HIDDEN_STATE);
            }

            @Override
            public boolean listens() {
                return true;
            }

            /** e(o_i), linear as in the paper. */
            @Override
            public AgentValues perceive(Tape tape, AgentValues observations, AgentValues policies) {
                return tape.linear(observations, encoder);
            }

            /**
             * … + c_i, c_i = C (1/|N|) Σ_{j∈N} g_{j,t} h_{j,t−1}, the paper's sum over all others taken over neighbors.
             */
            @Override
            public AgentValues hear(Tape tape, AgentValues perceived, AgentValues hidden, float[] gates) {
                AgentValues told = tape.mean(tape.scaled(hidden, gates), site.neighbors());
                return tape.add(perceived, tape.linear(told, message));
            }
        };
    }
}

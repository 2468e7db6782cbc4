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

/** CommNet: an agent hears the mean of its neighbors' hidden states. */
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
    public CommunicationModule wire(CommunicationTopology site, AgentLayers layers) {
        int places = site.places() + 1;
        LinearLayer encoder = layers.add(places * site.observation(), site.encoder(), GAIN);
        LinearLayer message = layers.add(site.hidden(), site.encoder(), GAIN);
        return new CommunicationModule() {
            @Override
            public int inputs() {
                return site.encoder();
            }

            @Override
            public Set<MessageContent> told() {
                return Set.of(MessageContent.OBSERVATION, MessageContent.HIDDEN_STATE);
            }

            @Override
            public boolean listens() {
                return true;
            }

            /** tanh(W_s [s_i, s_N]). */
            @Override
            public AgentValues perceive(Tape tape, AgentValues observations, AgentValues policies) {
                return tape.tanh(tape.linear(tape.gather(observations, site.withSelf(), places), encoder));
            }

            /** … + W_m (1/|N|) Σ_{j∈N} h_{j,t−1}. */
            @Override
            public AgentValues hear(Tape tape, AgentValues perceived, AgentValues hidden, float[] gates) {
                return tape.add(perceived, tape.linear(tape.mean(hidden, site.neighbors()), message));
            }
        };
    }
}

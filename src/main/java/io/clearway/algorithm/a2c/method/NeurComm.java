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
 * Neural communication: agents tell observation, policy and belief (hidden state), each through an encoding of its own.
 */
public final class NeurComm implements CommunicationMethod {
    @Override
    public String name() {
        return "neurcomm";
    }

    @Override
    public String source() {
        return "Chu, Chinchali, Katti 2020, Multi-agent Reinforcement Learning for Networked System Control, ICLR,"
                + " Algorithm 1";
    }

    @Override
    public A2cSettings defaults() {
        return A2cSettings.CHU;
    }

    @Override
    public CommunicationModule wire(CommunicationTopology site, AgentLayers layers) {
        int places = site.places();
        LinearLayer encoder = layers.add((places + 1) * site.observation(), site.encoder(), GAIN);
        LinearLayer fingerprint = layers.add(places * site.shape().kind().code(), site.encoder(), GAIN);
        LinearLayer message = layers.add(places * site.hidden(), site.encoder(), GAIN);
        return new CommunicationModule() {
            @Override
            public int inputs() {
                return 3 * site.encoder();
            }

            @Override
            public Set<MessageContent> told() {
                return Set.of(MessageContent.OBSERVATION, MessageContent.POLICY, MessageContent.HIDDEN_STATE);
            }

            @Override
            public boolean listens() {
                return true;
            }

            /** [ReLU(W_s [s_i, s_N]), ReLU(W_p π_{N,t−1})] */
            @Override
            public AgentValues perceive(Tape tape, AgentValues observations, AgentValues policies) {
                return tape.concat(
                        tape.relu(tape.linear(tape.gather(observations, site.withSelf(), places + 1), encoder)),
                        tape.relu(tape.linear(tape.gather(policies, site.neighbors(), places), fingerprint)));
            }

            /** … and ReLU(W_h h_{N,t−1}). */
            @Override
            public AgentValues hear(Tape tape, AgentValues perceived, AgentValues hidden, float[] gates) {
                AgentValues told = tape.gather(hidden, site.neighbors(), places);
                return tape.concat(perceived, tape.relu(tape.linear(told, message)));
            }
        };
    }
}

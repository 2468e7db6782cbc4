package io.clearway.algorithm.a2c.method;

import io.clearway.algorithm.a2c.A2cSettings;
import io.clearway.algorithm.a2c.CommunicationMethod;
import io.clearway.algorithm.a2c.CommunicationModule;
import io.clearway.algorithm.a2c.CommunicationTopology;
import io.clearway.algorithm.a2c.MessageContent;
import io.clearway.algorithm.experience.ActionKind;
import io.clearway.neural.AgentValues;
import io.clearway.neural.tape.AgentLayers;
import io.clearway.neural.tape.LinearLayer;
import io.clearway.neural.tape.Tape;
import io.clearway.setting.InvalidSetting;
import java.util.Set;

/** Differentiable inter-agent learning: agents tell messages that they learn to form. */
public final class Dial implements CommunicationMethod {
    @Override
    public String name() {
        return "dial";
    }

    @Override
    public String source() {
        return "Foerster et al. 2016, Learning to Communicate with Deep Multi-Agent Reinforcement Learning, NeurIPS,"
                + " with an actor-critic as in Chu et al. 2020";
    }

    @Override
    public A2cSettings defaults() {
        return A2cSettings.CHU;
    }

    @Override
    public CommunicationModule wire(CommunicationTopology site, AgentLayers layers) {
        requireRoomForActions(site);
        int places = site.places();
        LinearLayer encoder = layers.add((places + 1) * site.observation(), site.encoder(), GAIN);
        LinearLayer speech = layers.add(site.hidden(), site.encoder(), GAIN);
        LinearLayer understanding = layers.add(places * site.encoder(), site.encoder(), GAIN);
        return new CommunicationModule() {
            @Override
            public int inputs() {
                return site.encoder();
            }

            @Override
            public Set<MessageContent> told() {
                return Set.of(MessageContent.OBSERVATION, MessageContent.MESSAGE);
            }

            @Override
            public boolean listens() {
                return true;
            }

            /** ReLU(W_s [s_i, s_N]) + onehot(argmax π_{i,t−1}). */
            @Override
            public AgentValues perceive(Tape tape, AgentValues observations, AgentValues policies) {
                AgentValues seen =
                        tape.relu(tape.linear(tape.gather(observations, site.withSelf(), places + 1), encoder));
                return tape.add(seen, likeliest(tape, policies, site));
            }

            /** … + ReLU(W_c m_{N,t}), where m_{j,t} = ReLU(W_m h_{j,t−1}). */
            @Override
            public AgentValues hear(Tape tape, AgentValues perceived, AgentValues hidden, float[] gates) {
                AgentValues messages = tape.relu(tape.linear(hidden, speech));
                AgentValues told = tape.gather(messages, site.neighbors(), places);
                return tape.add(perceived, tape.relu(tape.linear(told, understanding)));
            }
        };
    }

    /** A likeliest action is added to an encoding, place by place. */
    private static void requireRoomForActions(CommunicationTopology site) {
        int code = site.shape().kind().code();
        if (site.encoder() < code) {
            throw new InvalidSetting(
                    "encoder", site.encoder(), "give at least " + code + ", the largest number of actions");
        }
    }

    private static AgentValues likeliest(Tape tape, AgentValues policies, CommunicationTopology site) {
        ActionKind kind = site.shape().kind();
        int rows = policies.values().length / kind.code();
        float[] codes = new float[rows * site.encoder()];
        for (int row = 0; row < rows; row++) {
            kind.encode(kind.likeliest(policies.values(), row * kind.code()), codes, row * site.encoder());
        }
        return tape.constant(codes, policies.rows(), site.encoder());
    }
}

package io.clearway.algorithm.a2c.method;

import io.clearway.algorithm.a2c.A2cSettings;
import io.clearway.algorithm.a2c.CommunicationMethod;
import io.clearway.algorithm.a2c.CommunicationModule;
import io.clearway.algorithm.a2c.CommunicationTopology;
import io.clearway.algorithm.a2c.MessageContent;
import io.clearway.algorithm.experience.ActionKind;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.tape.AgentLayers;
import io.clearway.neural.tape.AgentValues;
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
        var observed = NeighborEncoder.withSelf(site, layers, site.observation());
        LinearLayer speech = layers.add(site.hidden(), site.encoder(), GAIN);
        var understanding = NeighborEncoder.neighbors(site, layers, site.encoder());
        // x_i = ReLU(W_s [s_i, s_N]) + onehot(argmax π_{i,t−1}) + ReLU(W_c m_{N,t}), m_{j,t} = ReLU(W_m h_{j,t−1})
        return CommunicationModule.perceiving(
                        site.encoder(),
                        Set.of(MessageContent.OBSERVATION, MessageContent.MESSAGE),
                        (tape, observations, policies) ->
                                tape.add(observed.relu(tape, observations), likeliest(tape, policies, site)))
                .hearing((tape, perceived, hidden, gates) -> {
                    AgentValues messages = tape.relu(tape.linear(hidden, speech));
                    return tape.add(perceived, understanding.relu(tape, messages));
                });
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
        AgentTensor told = policies.tensor();
        AgentTensor codes = AgentTensor.zeros(told.agents(), told.rows(), site.encoder());
        for (int agent = 0; agent < told.agents(); agent++) {
            for (int row = 0; row < told.rows(); row++) {
                float action = kind.likeliest(told.values(), told.at(agent, row));
                kind.encode(action, codes.values(), codes.at(agent, row));
            }
        }
        return tape.constant(codes);
    }
}

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

/** Differentiable inter-agent learning: agents learn the messages that they send. */
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
    public CommunicationModule wire(CommunicationTopology topology, AgentLayers layers) {
        requireRoomForActions(topology);
        var observed = NeighborEncoder.withSelf(topology, layers, topology.observation());
        LinearLayer speech = layers.add(topology.hidden(), topology.encoder(), GAIN);
        var understanding = NeighborEncoder.neighbors(topology, layers, topology.encoder());
        // x_i = ReLU(W_s [s_i, s_N]) + onehot(argmax π_{i,t−1}) + ReLU(W_c m_{N,t}), m_{j,t} = ReLU(W_m h_{j,t−1})
        return CommunicationModule.perceiving(
                        topology.encoder(),
                        Set.of(MessageContent.OBSERVATION, MessageContent.MESSAGE),
                        (tape, observations, policies) ->
                                tape.add(observed.relu(tape, observations), likeliest(tape, policies, topology)))
                .receiving((tape, perceived, hidden, gates) -> {
                    AgentValues messages = tape.relu(tape.linear(hidden, speech));
                    return tape.add(perceived, understanding.relu(tape, messages));
                });
    }

    /** A likeliest action is added to an encoding, place by place. */
    private static void requireRoomForActions(CommunicationTopology topology) {
        int code = topology.shape().kind().code();
        if (topology.encoder() < code) {
            throw new InvalidSetting(
                    "encoder", topology.encoder(), "give at least " + code + ", the largest number of actions");
        }
    }

    private static AgentValues likeliest(Tape tape, AgentValues policies, CommunicationTopology topology) {
        ActionKind kind = topology.shape().kind();
        AgentTensor sent = policies.tensor();
        AgentTensor codes = AgentTensor.zeros(sent.agents(), sent.rows(), topology.encoder());
        for (int agent = 0; agent < sent.agents(); agent++) {
            for (int row = 0; row < sent.rows(); row++) {
                kind.encodeLikeliest(sent.values(), sent.at(agent, row), codes.values(), codes.at(agent, row));
            }
        }
        return tape.constant(codes);
    }
}

package io.clearway.algorithm.a2c.method;

import io.clearway.algorithm.a2c.A2cSettings;
import io.clearway.algorithm.a2c.CommunicationMethod;
import io.clearway.algorithm.a2c.CommunicationModule;
import io.clearway.algorithm.a2c.CommunicationTopology;
import io.clearway.algorithm.a2c.MessageContent;
import io.clearway.neural.tape.AgentLayers;
import java.util.Set;

/** Neural communication: agents send observation, policy and belief (hidden state), each through its own encoding. */
public final class NeurComm implements CommunicationMethod {
    /** Of observations, policies and beliefs. */
    private static final int ENCODINGS = 3;

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
    public CommunicationModule wire(CommunicationTopology topology, AgentLayers layers) {
        var observed = NeighborEncoder.withSelf(topology, layers, topology.observation());
        var fingerprint = NeighborEncoder.neighbors(
                topology, layers, topology.shape().kind().code());
        var belief = NeighborEncoder.neighbors(topology, layers, topology.hidden());
        // x_i = [ReLU(W_s [s_i, s_N]), ReLU(W_p π_{N,t−1}), ReLU(W_h h_{N,t−1})]
        return CommunicationModule.perceiving(
                        ENCODINGS * topology.encoder(),
                        Set.of(MessageContent.OBSERVATION, MessageContent.POLICY, MessageContent.HIDDEN_STATE),
                        (tape, observations, policies) ->
                                tape.concat(observed.relu(tape, observations), fingerprint.relu(tape, policies)))
                .receiving((tape, perceived, hidden, gates) -> tape.concat(perceived, belief.relu(tape, hidden)));
    }
}

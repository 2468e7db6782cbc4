package io.clearway.algorithm.a2c;

/** What an agent sends to each neighbor at a decision. */
public enum MessageContent {
    /** s_j. */
    OBSERVATION {
        @Override
        int values(CommunicationTopology topology, int agent) {
            return topology.shape().observationSize(agent);
        }
    },
    /** π_{j,t−1}: probabilities of its choices, or the mean of a real number. */
    POLICY {
        @Override
        int values(CommunicationTopology topology, int agent) {
            return Math.max(1, topology.shape().actionsOf(agent));
        }
    },
    /** h_{j,t−1}. */
    HIDDEN_STATE {
        @Override
        int values(CommunicationTopology topology, int agent) {
            return topology.hidden();
        }
    },
    /** m_j, formed out of the hidden state. */
    MESSAGE {
        @Override
        int values(CommunicationTopology topology, int agent) {
            return topology.encoder();
        }
    };

    /** How many numbers. */
    abstract int values(CommunicationTopology topology, int agent);
}

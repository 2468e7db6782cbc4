package io.clearway.algorithm.a2c;

import io.clearway.neural.tape.AgentLayers;
import io.clearway.neural.tape.AgentLayers.Clipping;

/** What makes one method of the family: its name and the messages between its agents. */
public interface CommunicationMethod {
    /** Gain of all first weights: √2, as in the authors' code. */
    double GAIN = Math.sqrt(2);

    /** Name in the catalog. */
    String name();

    /** Its source: the paper. */
    String source();

    /** Every setting with its default. */
    A2cSettings defaults();

    /** Makes the layers that messages need. */
    CommunicationModule wire(CommunicationTopology topology, AgentLayers layers);

    /** Whether agents learn separately or from the sum of their losses, with gradients through messages. */
    default Clipping clipping() {
        return Clipping.TOGETHER;
    }

    /** Whether agents average the weights of their LSTM with their neighbors' after each update. */
    default boolean consensus() {
        return false;
    }

    /** Whether an agent decides at each step whether to send its next message. */
    default boolean gated() {
        return false;
    }
}

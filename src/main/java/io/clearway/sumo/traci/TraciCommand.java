package io.clearway.sumo.traci;

import java.net.ProtocolException;

/**
 * One TraCI command: how it is written into a message, and how SUMO's reply to it is read.
 *
 * @param <T> what the reply holds
 * @see <a href="https://sumo.dlr.de/docs/TraCI/Protocol.html">SUMO: TraCI/Protocol</a>
 */
public interface TraciCommand<T> {
    /** Writes the command at the end of a message. */
    void encode(TraciMessage message);

    /**
     * Reads SUMO's status of the command, and its response where it has one.
     *
     * @throws io.clearway.simulation.SimulationException when SUMO rejected the command; the next command's status
     *     follows
     * @throws ProtocolException when this is no reply to the command
     */
    T decode(TraciReply reply) throws ProtocolException;

    /** Reply to a command that returns no value: SUMO executed it. */
    enum Acknowledgment {
        /** {@code RTYPE_OK}. */
        OK
    }
}

package io.clearway.sumo.traci;

import java.net.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * A variable of SUMO's objects: the command that retrieves it, and how its value is read.
 *
 * @param <T> the value
 */
public final class TraciVariable<T> {
    private final TraciDomain domain;
    private final int variable;
    private final Decoder<T> decoder;

    TraciVariable(TraciDomain domain, int variable, Decoder<T> decoder) {
        this.domain = domain;
        this.variable = variable;
        this.decoder = decoder;
    }

    /** How a value, its type included, is read from a reply. */
    interface Decoder<T> {
        T decode(TraciReply reply) throws ProtocolException;
    }

    /** Retrieves the variable of an object. */
    public TraciCommand<T> of(String objectId) {
        return new Retrieval<>(this, objectId, null);
    }

    /** Retrieves the variable of an object, with a parameter. */
    TraciCommand<T> of(String objectId, String parameter) {
        return new Retrieval<>(this, objectId, parameter);
    }

    /** Writes the command {@link #of}; without an object of its own, as it is written for every vehicle. */
    public void encode(TraciMessage message, String objectId) {
        message.begin(domain.getCommand()).raw(variable).text(objectId).end();
    }

    /** Reads the reply to the command {@link #of}. */
    public T decode(TraciReply reply) throws ProtocolException {
        enter(reply);
        T value = decoder.decode(reply);
        reply.leave();
        return value;
    }

    /** Reads the reply up to the value. */
    void enter(TraciReply reply) throws ProtocolException {
        String error = reply.status(domain.getCommand());
        if (error != null) {
            throw CommandErrors.refused("report a value", error);
        }
        if (reply.enter() != domain.getResponse()) {
            throw new ProtocolException("a response to another command");
        }
        reply.unsignedByte();
        reply.skipText();
    }

    private record Retrieval<T>(
            TraciVariable<T> variable,
            String objectId,
            @Nullable String parameter) implements TraciCommand<T> {
        @Override
        public void encode(TraciMessage message) {
            if (parameter == null) {
                variable.encode(message, objectId);
            } else {
                message.begin(variable.domain.getCommand()).raw(variable.variable);
                message.text(objectId).typedText(parameter).end();
            }
        }

        @Override
        public T decode(TraciReply reply) throws ProtocolException {
            return variable.decode(reply);
        }
    }
}

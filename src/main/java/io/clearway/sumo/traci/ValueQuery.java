package io.clearway.sumo.traci;

import java.io.IOException;
import java.net.ProtocolException;

/** Asks a running simulation for single values: right for what is asked once, not for what is read every step. */
public final class ValueQuery {
    private final TraciConnection connection;

    public ValueQuery(TraciConnection connection) {
        this.connection = connection;
    }

    /** A variable of an object. */
    public <T> T ask(int domain, int variable, String id, Reading<T> reading) throws IOException {
        TraciMessage message = connection.begin();
        message.begin(domain).raw(variable).text(id).end();
        return receive(message, domain, reading);
    }

    /** A variable of an object that takes a text as parameter. */
    <T> T ask(int domain, int variable, String id, String parameter, Reading<T> reading) throws IOException {
        TraciMessage message = connection.begin();
        message.begin(domain).raw(variable).text(id);
        message.raw(Traci.STRING).text(parameter).end();
        return receive(message, domain, reading);
    }

    private <T> T receive(TraciMessage message, int domain, Reading<T> reading) throws IOException {
        TraciReply reply = connection.exchange(message);
        TraciConnection.enterAnswer(reply, domain);
        T value = reading.from(reply);
        reply.leave();
        TraciConnection.requireEnd(reply);
        return value;
    }

    /** How a value is read from a reply. */
    public interface Reading<T> {
        T from(TraciReply reply) throws ProtocolException;
    }
}

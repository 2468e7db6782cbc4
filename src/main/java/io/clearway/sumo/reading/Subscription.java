package io.clearway.sumo.reading;

import io.clearway.sumo.traci.CommandErrors;
import io.clearway.sumo.traci.SubscribeVariables;
import io.clearway.sumo.traci.TraciCommand;
import io.clearway.sumo.traci.TraciDomain;
import io.clearway.sumo.traci.TraciMessage;
import io.clearway.sumo.traci.TraciReply;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/** Variables of one object: SUMO sends their values with every step once subscribed to, or when they are retrieved. */
public final class Subscription {
    private final ObservedObject object;
    private final byte[] id;
    private final byte[] variables;

    Subscription(ObservedObject object, String id, byte... variables) {
        this.object = object;
        this.id = id.getBytes(StandardCharsets.UTF_8);
        this.variables = variables;
    }

    ObservedObject object() {
        return object;
    }

    TraciDomain domain() {
        return object.domain();
    }

    String id() {
        return new String(id, StandardCharsets.UTF_8);
    }

    /** Number of variables. */
    int size() {
        return variables.length;
    }

    /** The command that begins it. */
    public TraciCommand<TraciCommand.Acknowledgment> subscribe() {
        return new SubscribeVariables(domain(), id, variables);
    }

    /** The command that ends it. */
    public TraciCommand<TraciCommand.Acknowledgment> unsubscribe() {
        return new SubscribeVariables(domain(), id);
    }

    /** Adds the commands that retrieve each of the variables once. */
    void encodeRetrieval(TraciMessage message) {
        for (byte variable : variables) {
            message.begin(domain().getCommand()).raw(variable).text(id).end();
        }
    }

    /** Reads the replies to these commands. */
    void decodeRetrieval(TraciReply reply, ReadingsBuilder builder, CommandErrors errors) throws ProtocolException {
        for (byte variable : variables) {
            String error = reply.status(domain().getCommand());
            if (error == null) {
                decodeValue(Byte.toUnsignedInt(variable), reply, builder);
            } else {
                errors.add("report on '%s'".formatted(id()), error);
            }
        }
    }

    private void decodeValue(int variable, TraciReply reply, ReadingsBuilder builder) throws ProtocolException {
        boolean matches =
                reply.enter() == domain().getResponse() && reply.unsignedByte() == variable && reply.takes(id);
        int type = matches ? reply.unsignedByte() : 0;
        if (!matches || !builder.accept(object, variable, type, reply)) {
            throw new ProtocolException("no value of variable 0x%02x of '%s'".formatted(variable, id()));
        }
        reply.leave();
    }

    /** Whether the response that was just entered is about this object; if so, its id has been read. */
    boolean matches(int response, TraciReply reply) throws ProtocolException {
        return response == domain().subscribeResponse() && reply.takes(id);
    }

    /** Whether a response is of this subscription's kind. */
    public boolean isResponse(TraciReply reply) throws ProtocolException {
        return !reply.atEnd() && reply.isNext(domain().subscribeResponse());
    }
}

package io.clearway.sumo.reading;

import io.clearway.sumo.traci.CommandErrors;
import io.clearway.sumo.traci.Traci;
import io.clearway.sumo.traci.TraciMessage;
import io.clearway.sumo.traci.TraciReply;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Values of one object that SUMO sends with every step, unasked, or when it is asked for them. */
public final class Subscription {
    private final int domain;
    private final byte[] id;
    private final byte[] variables;
    private final int[] places;
    private final int[] waitingPlaces;

    /**
     * Names what is wanted.
     *
     * @param domain what kind of object
     * @param variables which values
     * @param places where the values belong among the readings of that kind
     * @param waitingPlaces where its waiting time belongs
     */
    Subscription(int domain, String id, byte[] variables, List<Integer> places, List<Integer> waitingPlaces) {
        this.domain = domain;
        this.id = id.getBytes(StandardCharsets.UTF_8);
        this.variables = variables;
        this.places = ints(places);
        this.waitingPlaces = ints(waitingPlaces);
    }

    private static int[] ints(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    public int domain() {
        return domain;
    }

    int[] places() {
        return places;
    }

    int[] waitingPlaces() {
        return waitingPlaces;
    }

    /** How many values it brings. */
    int size() {
        return variables.length;
    }

    /** Adds the command that asks for it. */
    public void subscribe(TraciMessage message) {
        write(message, variables);
    }

    /** Adds the command that ends it. */
    public void unsubscribe(TraciMessage message) {
        write(message, new byte[0]);
    }

    /** Adds a question for each of its values. */
    void ask(TraciMessage message) {
        for (byte variable : variables) {
            message.begin(domain).raw(variable).text(id).end();
        }
    }

    /** Takes in the answers to these questions. */
    void readAnswers(TraciReply reply, ReadingsBuilder draft, CommandErrors refusals) throws ProtocolException {
        for (byte variable : variables) {
            if (!refusals.read(reply, domain, "watch", name())) {
                continue;
            }
            boolean meant = reply.enter() == domain + Traci.ANSWERS
                    && reply.unsignedByte() == Byte.toUnsignedInt(variable)
                    && reply.takes(id);
            int type = meant ? reply.unsignedByte() : 0;
            if (!meant || !draft.take(this, Byte.toUnsignedInt(variable), type, reply)) {
                throw new ProtocolException("no answer to the question for value 0x%02x of '%s'"
                        .formatted(Byte.toUnsignedInt(variable), name()));
            }
            reply.leave();
        }
    }

    private void write(TraciMessage message, byte[] wanted) {
        message.begin(domain + Traci.SUBSCRIBES).real(Traci.NO_TIME).real(Traci.NO_TIME);
        message.text(id).raw(wanted.length).raw(wanted).end();
    }

    /** Whether the answer that was just entered is about this object; if so, its name has been read. */
    boolean isMeant(int response, TraciReply reply) throws ProtocolException {
        return response == domain + Traci.ANSWERS_SUBSCRIPTION && reply.takes(id);
    }

    public String name() {
        return new String(id, StandardCharsets.UTF_8);
    }
}

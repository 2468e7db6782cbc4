package io.clearway.sumo.traci;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/**
 * Subscribes to variables of an object: SUMO then sends their values in reply to every simulation step. The responses
 * with the present values, which follow the status, are read like those of the steps.
 *
 * @see <a href="https://sumo.dlr.de/docs/TraCI/Object_Variable_Subscription.html">SUMO: TraCI/Object Variable
 *     Subscription</a>
 */
public final class SubscribeVariables implements TraciCommand<TraciCommand.Acknowledgment> {
    private final TraciDomain domain;
    private final byte[] objectId;
    private final byte[] variables;

    /** @param variables which; none ends a subscription */
    public SubscribeVariables(TraciDomain domain, byte[] objectId, byte... variables) {
        this.domain = domain;
        this.objectId = objectId;
        this.variables = variables;
    }

    @Override
    public void encode(TraciMessage message) {
        message.begin(domain.subscribeCommand());
        message.real(TraciConstants.INVALID_DOUBLE_VALUE).real(TraciConstants.INVALID_DOUBLE_VALUE);
        message.text(objectId).raw(variables.length).raw(variables).end();
    }

    @Override
    public Acknowledgment decode(TraciReply reply) throws ProtocolException {
        String error = reply.status(domain.subscribeCommand());
        if (error != null) {
            String id = new String(objectId, StandardCharsets.UTF_8);
            throw CommandErrors.refused("subscribe to '%s'".formatted(id), error);
        }
        return Acknowledgment.OK;
    }
}

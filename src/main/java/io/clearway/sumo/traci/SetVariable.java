package io.clearway.sumo.traci;

import java.net.ProtocolException;
import java.util.function.Consumer;

/**
 * Changes a variable of an object.
 *
 * @param command {@code CMD_SET_…_VARIABLE}
 * @param variable which variable
 * @param object kind of object and name of the variable, for the error message
 * @param objectId which object
 * @param value writes the new value with its type
 */
record SetVariable(int command, int variable, String object, String objectId, Consumer<TraciMessage> value)
        implements TraciCommand<TraciCommand.Acknowledgment> {
    @Override
    public void encode(TraciMessage message) {
        message.begin(command).raw(variable).text(objectId);
        value.accept(message);
        message.end();
    }

    @Override
    public Acknowledgment decode(TraciReply reply) throws ProtocolException {
        String error = reply.status(command);
        if (error != null) {
            throw CommandErrors.refused("set the %s '%s'".formatted(object, objectId), error);
        }
        return Acknowledgment.OK;
    }
}

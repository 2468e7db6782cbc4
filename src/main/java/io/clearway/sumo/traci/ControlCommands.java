package io.clearway.sumo.traci;

import java.net.ProtocolException;
import java.util.function.Consumer;

/**
 * Commands to the simulation itself.
 *
 * @see <a href="https://sumo.dlr.de/docs/TraCI/Control-related_commands.html">SUMO: TraCI/Control-related commands</a>
 */
public final class ControlCommands {
    /** A length byte and the command. */
    private static final int SHORTEST_COMMAND_BYTES = 2;

    private ControlCommands() {}

    /**
     * The server at the other end.
     *
     * @param api version of TraCI
     * @param name name and version of the program, such as {@code SUMO 1.15.0}
     */
    record Version(int api, String name) {}

    /** {@code CMD_GETVERSION}: version of the server. */
    static TraciCommand<Version> getVersion() {
        return new ControlCommand<>(TraciConstants.CMD_GETVERSION, "report its version", message -> {}, reply -> {
            if (reply.enter() != TraciConstants.CMD_GETVERSION) {
                throw new ProtocolException("no version in the response to CMD_GETVERSION");
            }
            Version version = new Version(reply.integer(), reply.text());
            reply.leave();
            return version;
        });
    }

    /** {@code CMD_SETORDER}: this client's place in the order in which SUMO serves its clients. */
    public static TraciCommand<TraciCommand.Acknowledgment> setOrder(int order) {
        return new ControlCommand<>(
                TraciConstants.CMD_SETORDER,
                "set the client's order to " + order,
                message -> message.integer(order),
                reply -> TraciCommand.Acknowledgment.OK);
    }

    /**
     * {@code CMD_SIMSTEP}: simulates up to a time, or one step where it is 0. It gives the number of subscription
     * responses that follow it in the reply.
     */
    public static TraciCommand<Integer> simulationStep(double untilSeconds) {
        return new ControlCommand<>(
                TraciConstants.CMD_SIMSTEP,
                "simulate to %s s".formatted(untilSeconds),
                message -> message.real(untilSeconds),
                reply -> reply.count(SHORTEST_COMMAND_BYTES));
    }

    /** {@code CMD_CLOSE}: closes the connection; SUMO ends when its last client does so. */
    public static TraciCommand<TraciCommand.Acknowledgment> close() {
        return new ControlCommand<>(
                TraciConstants.CMD_CLOSE,
                "close the connection",
                message -> {},
                reply -> TraciCommand.Acknowledgment.OK);
    }

    private record ControlCommand<T>(
            int command, String action, Consumer<TraciMessage> argument, TraciVariable.Decoder<T> response)
            implements TraciCommand<T> {
        @Override
        public void encode(TraciMessage message) {
            message.begin(command);
            argument.accept(message);
            message.end();
        }

        @Override
        public T decode(TraciReply reply) throws ProtocolException {
            String error = reply.status(command);
            if (error != null) {
                throw CommandErrors.refused(action, error);
            }
            return response.decode(reply);
        }
    }
}

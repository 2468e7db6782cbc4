package io.clearway.sumo.traci;

import io.clearway.simulation.SimulationException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A TraCI client's end of a TCP connection: one message out, one message back, each exchange within a time limit. After
 * an {@link IOException} the stream is in an unknown state and the connection must be closed; after a command that SUMO
 * refuses it remains usable. Memory of messages is reused, so a reply must be read before the next exchange.
 */
public final class TraciConnection implements AutoCloseable {
    /** API of SUMO 1.0.0, which made times floating-point seconds. */
    private static final int MINIMUM_API = 18;

    private static final int HEADER_BYTES = Integer.BYTES;
    private static final int LONGEST_MESSAGE_BYTES = 1 << 28;
    private static final int INITIAL_BYTES = 1 << 16;
    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final Duration answerLimit;
    private final TraciMessage message = new TraciMessage();
    private byte[] received = new byte[INITIAL_BYTES];
    private String version = "SUMO";

    private TraciConnection(SocketChannel channel, Selector selector, Duration answerLimit) throws IOException {
        this.channel = channel;
        this.selector = selector;
        this.answerLimit = answerLimit;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        key = channel.register(selector, 0);
    }

    /** Connects and negotiates the version, within one limit each; later replies have another. */
    public static TraciConnection open(InetSocketAddress address, Duration limit, Duration answerLimit)
            throws IOException {
        TraciConnection connection = connect(address, limit, answerLimit);
        try {
            connection.negotiateVersion(limit);
            return connection;
        } catch (IOException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    static TraciConnection connect(InetSocketAddress address, Duration limit, Duration answerLimit) throws IOException {
        SocketChannel channel = SocketChannel.open();
        TraciConnection connection = new TraciConnection(channel, Selector.open(), answerLimit);
        try {
            long deadline = System.nanoTime() + limit.toNanos();
            if (!channel.connect(address)) {
                while (!channel.finishConnect()) {
                    connection.await(SelectionKey.OP_CONNECT, deadline);
                }
            }
            return connection;
        } catch (IOException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    /** Requests the version of the program that listens there, and requires one that is new enough. */
    void negotiateVersion(Duration limit) throws IOException {
        ControlCommands.Version answered = execute(ControlCommands.getVersion(), limit);
        version = answered.name();
        if (answered.api() < MINIMUM_API) {
            throw new ProtocolException(
                    "%s implements version %d of TraCI; version %d (SUMO 1.0.0) or newer is required"
                            .formatted(version, answered.api(), MINIMUM_API));
        }
    }

    /** Name and version of the simulator, such as {@code SUMO 1.15.0}. */
    public String version() {
        return version;
    }

    /** The message to fill for the next exchange, empty. */
    public TraciMessage begin() {
        message.clear();
        return message;
    }

    /** Sends one command and reads the reply. */
    public <T> T execute(TraciCommand<T> command) throws IOException {
        return execute(command, answerLimit);
    }

    private <T> T execute(TraciCommand<T> command, Duration limit) throws IOException {
        TraciMessage single = begin();
        command.encode(single);
        TraciReply reply = exchange(single, limit);
        T result = command.decode(reply);
        reply.requireEnd();
        return result;
    }

    /**
     * Sends commands in one message and reads all replies.
     *
     * @return what they hold, in the order of the commands
     * @throws SimulationException when SUMO rejected some of them, with the errors of all of these
     */
    public <T> List<T> executeAll(List<TraciCommand<T>> commands) throws IOException {
        List<T> results = new ArrayList<>(commands.size());
        if (commands.isEmpty()) {
            return results;
        }
        TraciMessage all = begin();
        commands.forEach(command -> command.encode(all));
        TraciReply reply = exchange(all);
        CommandErrors errors = new CommandErrors();
        for (TraciCommand<T> command : commands) {
            errors.decode(command, reply).ifPresent(results::add);
        }
        reply.requireEnd();
        errors.throwIfAny();
        return results;
    }

    /** Sends the message and reads the reply. */
    public TraciReply exchange(TraciMessage filled) throws IOException {
        return exchange(filled, answerLimit);
    }

    public TraciReply exchange(TraciMessage filled, Duration limit) throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        ByteBuffer out = filled.seal();
        while (channel.write(out) >= 0 && out.hasRemaining()) {
            await(SelectionKey.OP_WRITE, deadline);
        }
        return receive(deadline);
    }

    private TraciReply receive(long deadline) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(received);
        fill(in, HEADER_BYTES, deadline);
        int length = in.getInt(0);
        if (length < HEADER_BYTES || length > LONGEST_MESSAGE_BYTES) {
            throw new ProtocolException("a message of length %d: this is no TraCI server".formatted(length));
        }
        if (length > received.length) {
            received = Arrays.copyOf(received, Math.max(length, 2 * received.length));
            int receivedBytes = in.position();
            in = ByteBuffer.wrap(received).position(receivedBytes);
        }
        fill(in, length, deadline);
        if (in.position() != length) {
            throw new ProtocolException("%d bytes more than announced".formatted(in.position() - length));
        }
        return new TraciReply(received, HEADER_BYTES, length);
    }

    private void fill(ByteBuffer in, int atLeast, long deadline) throws IOException {
        while (in.position() < atLeast) {
            int count = channel.read(in);
            if (count < 0) {
                throw new EOFException("the connection was closed");
            }
            if (count == 0) {
                await(SelectionKey.OP_READ, deadline);
            }
        }
    }

    private void await(int operation, long deadline) throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("no answer within the time limit");
        }
        try {
            key.interestOps(operation);
            selector.select(left);
            selector.selectedKeys().clear();
        } catch (ClosedSelectorException | CancelledKeyException closed) {
            throw new IOException("this client closed the connection", closed);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while waiting");
        }
    }

    @Override
    public void close() {
        try (selector;
                channel) {
            selector.wakeup();
        } catch (IOException ignored) {
            // the connection is not used any more
        }
    }
}

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
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A TraCI client's end of a TCP connection: one message out, one message back, each exchange within a time limit. After
 * an {@link IOException} the stream cannot be trusted any more and the connection must be closed; a command that SUMO
 * refuses leaves it usable. Memory of messages is used again, so a reply is read before the next exchange.
 */
public final class TraciConnection implements AutoCloseable {
    private static final int HEADER = 4;
    private static final int LONGEST = 1 << 28;
    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final Duration answerLimit;
    private final TraciMessage message = new TraciMessage();
    private byte[] received = new byte[1 << 16];
    private String version = "SUMO";

    private TraciConnection(SocketChannel channel, Selector selector, Duration answerLimit) throws IOException {
        this.channel = channel;
        this.selector = selector;
        this.answerLimit = answerLimit;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        key = channel.register(selector, 0);
    }

    /** Connects and says hello, both within a limit; later answers have another. */
    public static TraciConnection open(InetSocketAddress address, Duration hello, Duration answerLimit)
            throws IOException {
        TraciConnection connection = connect(address, hello, answerLimit);
        try {
            connection.negotiateVersion(hello);
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

    /** Learns the version of whoever listens there. */
    void negotiateVersion(Duration limit) throws IOException {
        TraciReply reply = exchange(begin().begin(Traci.GET_VERSION).end(), limit);
        requireOk(reply, Traci.GET_VERSION);
        if (reply.enter() != Traci.GET_VERSION) {
            throw new ProtocolException("no answer to the question for its version");
        }
        int api = reply.integer();
        version = reply.text();
        reply.leave();
        requireEnd(reply);
        if (api < Traci.OLDEST_API) {
            throw new ProtocolException("%s speaks version %d of TraCI; needed is %d (SUMO 1.0.0) or newer"
                    .formatted(version, api, Traci.OLDEST_API));
        }
    }

    /** What the other side calls itself, such as {@code SUMO 1.15.0}. */
    public String version() {
        return version;
    }

    /** The message to fill for the next exchange, empty. */
    public TraciMessage begin() {
        message.clear();
        return message;
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
        fill(in, HEADER, deadline);
        int length = in.getInt(0);
        if (length < HEADER || length > LONGEST) {
            throw new ProtocolException("a message of length %d: this is no TraCI".formatted(length));
        }
        if (length > received.length) {
            received = Arrays.copyOf(received, Math.max(length, 2 * received.length));
            int had = in.position();
            in = ByteBuffer.wrap(received).position(had);
        }
        fill(in, length, deadline);
        if (in.position() != length) {
            throw new ProtocolException("%d bytes more than announced".formatted(in.position() - length));
        }
        return new TraciReply(received, HEADER, length);
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
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("no answer within the time limit");
        }
        try {
            key.interestOps(operation);
            selector.select(left);
            selector.selectedKeys().clear();
        } catch (ClosedSelectorException | CancelledKeyException closed) {
            throw new IOException("the connection was closed by us", closed);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while waiting");
        }
    }

    /** Reads the status of a command; SUMO's words when it was refused, else null. */
    static @Nullable public String refusal(TraciReply reply, int command) throws ProtocolException {
        int answered = reply.enter();
        if (answered != command) {
            throw new ProtocolException("an answer to command 0x%02x instead of 0x%02x".formatted(answered, command));
        }
        int result = reply.unsignedByte();
        String words = reply.text();
        reply.leave();
        return result == Traci.OK ? null : words.isBlank() ? "result 0x%02x".formatted(result) : words;
    }

    public static void requireOk(TraciReply reply, int command) throws ProtocolException {
        String refusal = refusal(reply, command);
        if (refusal != null) {
            throw new SimulationException("SUMO refused: " + refusal);
        }
    }

    /** Enters the answer to a question, up to its value. */
    public static void enterAnswer(TraciReply reply, int domain) throws ProtocolException {
        requireOk(reply, domain);
        if (reply.enter() != domain + Traci.ANSWERS) {
            throw new ProtocolException("an answer to another question");
        }
        reply.unsignedByte();
        reply.text();
    }

    /** Reads the answer to a question for a number. */
    public static double number(TraciReply reply, int domain) throws ProtocolException {
        enterAnswer(reply, domain);
        double value = reply.number(reply.unsignedByte());
        reply.leave();
        return value;
    }

    public static void requireEnd(TraciReply reply) throws ProtocolException {
        if (!reply.atEnd()) {
            throw new ProtocolException("more answers than questions");
        }
    }

    @Override
    public void close() {
        try (selector;
                channel) {
            selector.wakeup();
        } catch (IOException ignored) {
            // nothing is left to be lost
        }
    }
}

package io.clearway.algorithm;

import io.clearway.network.AgentSpec;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A learner's saved state: compressed; a mark, the agents it is for, then what the learner writes.
 *
 * @param mark kind and version of the state, such as {@code dmpo-1}
 * @param agents who is learned for
 */
public record LearnerState(String mark, List<AgentSpec> agents) {
    private static final int BUFFER_BYTES = 1 << 16;

    public LearnerState {
        agents = List.copyOf(agents);
    }

    /** Writes a part of the state. */
    public interface Writing {
        /** Writes to this stream. */
        void to(DataOutputStream out) throws IOException;
    }

    /** Reads a part of the state. */
    public interface Reading {
        /** Reads from this stream; more may follow what it reads. */
        void from(DataInputStream in) throws IOException;
    }

    /** The state that this writes. */
    public byte[] bytes(Writing content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new BufferedOutputStream(new Fast(bytes), BUFFER_BYTES))) {
            out.writeUTF(mark);
            out.writeInt(agents.hashCode());
            content.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads the beginning of a state.
     *
     * @throws IllegalArgumentException when it is damaged or of another task
     */
    public void read(byte[] state, Reading content) {
        try (var in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(new ByteArrayInputStream(state)), BUFFER_BYTES))) {
            if (!in.readUTF().equals(mark)) {
                throw new IOException("it does not begin with " + mark);
            }
            if (in.readInt() != agents.hashCode()) {
                throw new IOException("its agents differ from this task's");
            }
            content.from(in);
        } catch (EOFException ended) {
            throw new IllegalArgumentException(
                    "This saved state (%s) is damaged, or a policy without its learner: it ends too early; continue from a checkpoint"
                            .formatted(mark),
                    ended);
        } catch (IOException refused) {
            throw new IllegalArgumentException(
                    "This saved state (%s) is damaged or of another task or other settings: %s"
                            .formatted(mark, refused.getMessage()),
                    refused);
        }
    }

    /**
     * Reads a state to its end.
     *
     * @throws IllegalArgumentException when it is damaged, longer than what is read, or of another task
     */
    public void readAll(byte[] state, Reading content) {
        read(state, in -> {
            content.from(in);
            if (in.read() >= 0) {
                throw new IOException("there is more in it than was saved");
            }
        });
    }

    /** Compresses for speed: most of a state are numbers that hardly shrink. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, BUFFER_BYTES);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}

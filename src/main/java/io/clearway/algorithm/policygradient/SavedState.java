package io.clearway.algorithm.policygradient;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The form of a learner's saved state: compressed; a mark, the agents it is for, then what the learner writes.
 *
 * @param mark names the layout, such as {@code dmpo-2}
 * @param shape whose agents it is for
 */
public record SavedState(String mark, JointShape shape) {

    /** Writes a part of the state. */
    public interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Reads a part of the state. */
    public interface Reading {
        void from(DataInputStream in) throws IOException;
    }

    /** The state that holds what is written. */
    public byte[] bytes(Writing content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new BufferedOutputStream(new Fast(bytes), 1 << 16))) {
            out.writeUTF(mark);
            out.writeInt(shape.specs().hashCode());
            content.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads from a state; whoever reads all of it calls {@link #requireEnd} last.
     *
     * @throws IllegalArgumentException when the state is damaged or of another task
     */
    public void read(byte[] state, Reading content) {
        try (var in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(new ByteArrayInputStream(state)), 1 << 16))) {
            if (!in.readUTF().equals(mark)) {
                throw new IOException("it does not begin with " + mark);
            }
            if (in.readInt() != shape.specs().hashCode()) {
                throw new IOException("its agents differ from this task's");
            }
            content.from(in);
        } catch (IOException refused) {
            throw new IllegalArgumentException(
                    "This saved state is damaged or of another task or other settings: " + refused.getMessage(),
                    refused);
        }
    }

    /** Refuses a state that holds more than was read. */
    public static void requireEnd(DataInputStream in) throws IOException {
        if (in.read() >= 0) {
            throw new IOException("there is more in it than was saved");
        }
    }

    /** Compresses for speed: most of a state are numbers that hardly shrink. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}

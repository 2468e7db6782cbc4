package io.clearway.algorithm.dmpo;

import io.clearway.algorithm.policygradient.JointShape;
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

/** A learner's saved state: compressed; a mark, the agents it is for, then what the learner writes. */
final class DmpoState {
    private static final String MARK = "dmpo-1";

    private DmpoState() {}

    /** Writes a part of the state. */
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Reads a part of the state. */
    interface Reading {
        void from(DataInputStream in) throws IOException;
    }

    static byte[] bytes(JointShape shape, Writing content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new BufferedOutputStream(new Fast(bytes), 1 << 16))) {
            out.writeUTF(MARK);
            out.writeInt(shape.specs().hashCode());
            content.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException when the state is damaged or of another task */
    static void read(JointShape shape, byte[] state, Reading content) {
        try (var in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(new ByteArrayInputStream(state)), 1 << 16))) {
            if (!in.readUTF().equals(MARK)) {
                throw new IOException("it does not begin with " + MARK);
            }
            if (in.readInt() != shape.specs().hashCode()) {
                throw new IOException("its agents differ from this task's");
            }
            content.from(in);
        } catch (IOException refused) {
            throw new IllegalArgumentException(
                    "This saved state of DMPO is damaged or of another task or other settings: " + refused.getMessage(),
                    refused);
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

package io.clearway.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** How networks are written: a header that describes them, then big-endian floats. */
public final class NetworkFormat {
    private static final int MAGIC = 0x434C574E;
    private static final int VERSION = 1;

    private NetworkFormat() {}

    static void writeHeader(DataOutput out, int networks, PerceptronShape shape, long steps) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(networks);
        out.writeUTF(shape.hidden().name());
        out.writeInt(shape.sizes().size());
        for (int size : shape.sizes()) {
            out.writeInt(size);
        }
        out.writeLong(steps);
    }

    /** Optimizer steps taken. */
    static long readHeader(DataInput in, int networks, PerceptronShape shape) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("These bytes are not networks; they may be damaged");
        }
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException("Networks of format %d cannot be read, only %d".formatted(version, VERSION));
        }
        int written = in.readInt();
        String hidden = in.readUTF();
        List<Integer> sizes = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            sizes.add(in.readInt());
        }
        if (written != networks || !hidden.equals(shape.hidden().name()) || !sizes.equals(shape.sizes())) {
            throw new IOException("What was written is %d networks of %s %s; it does not fit %d networks of %s %s"
                    .formatted(written, sizes, hidden, networks, shape.sizes(), shape.hidden()));
        }
        return in.readLong();
    }

    public static void write(DataOutput out, float[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        out.write(bytes.array());
    }

    public static void read(DataInput in, float[] values) throws IOException {
        byte[] bytes = new byte[values.length * Float.BYTES];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    }
}

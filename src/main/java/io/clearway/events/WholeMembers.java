package io.clearway.events;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Reads a log whose last member may not be whole, as its writer may have been killed: it ends there. */
final class WholeMembers extends FilterInputStream {
    private final boolean open;
    private boolean cut;

    /** @param open whether the log may end so; else that is an error */
    WholeMembers(InputStream rows, boolean open) {
        super(rows);
        this.open = open;
    }

    /** Whether it ended within a member. */
    boolean wasCut() {
        return cut;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (cut) {
            return -1;
        }
        try {
            return super.read(bytes, offset, length);
        } catch (EOFException | ZipException unfinished) {
            if (!open) {
                throw unfinished;
            }
            cut = true;
            return -1;
        }
    }

    @Override
    public int available() throws IOException {
        return cut ? 0 : super.available();
    }
}

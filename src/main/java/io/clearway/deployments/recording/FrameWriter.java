package io.clearway.deployments.recording;

import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.deployments.TrafficFrame;
import io.clearway.deployments.live.DriveListener;
import io.clearway.deployments.recording.Recording.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes the frames of one recording to the store, compressed in parts of one minute. */
final class FrameWriter implements DriveListener, AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int FRAMES_PER_PART = 60;
    private static final int MAX_MIB = 128;
    private static final int BYTES_PER_MIB = 1 << 20;

    private final UUID recording;
    private final Recordings store;
    private final Runnable stop;
    private final List<TrafficFrame> pending = new ArrayList<>();
    private int parts;
    private long bytes;
    private String truncation = "";
    private State state = State.RECORDING;
    private String message = "";

    /** @param stop ends the control loop when no more frames are wanted */
    FrameWriter(UUID recording, Recordings store, Runnable stop) {
        this.recording = recording;
        this.store = store;
        this.stop = stop;
    }

    void add(TrafficFrame frame) {
        if (truncation.isEmpty()) {
            pending.add(frame);
        }
        if (pending.size() == FRAMES_PER_PART) {
            flush();
        }
    }

    @Override
    public void stateChanged(DeploymentState next, String why) {
        if (next == DeploymentState.FAILED) {
            state = State.FAILED;
            message = why;
        } else if (next.over()) {
            state = State.READY;
            message = truncation;
        }
    }

    @Override
    public void decided(DeploymentReport report) {
        // a recording consists of its frames only
    }

    /** Stores the last frames and how the recording ended. */
    @Override
    public void close() {
        flush();
        store.updateState(recording, state == State.RECORDING ? State.FAILED : state, message);
    }

    private void flush() {
        if (pending.isEmpty()) {
            return;
        }
        byte[] packed = compress(pending);
        bytes += packed.length;
        boolean wanted = store.addPart(recording, parts, pending, packed);
        parts++;
        pending.clear();
        if (!wanted || bytes > (long) MAX_MIB * BYTES_PER_MIB) {
            truncation = "Truncated at %d MiB, the maximum size of a recording".formatted(MAX_MIB);
            stop.run();
        }
    }

    private static byte[] compress(List<TrafficFrame> frames) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(JSON.writeValueAsBytes(frames));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}

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

/** Frames of one recording on their way to the store, packed in parts of a minute. */
final class FrameWriter implements DriveListener, AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int FRAMES_PER_PART = 60;
    private static final long MOST_BYTES = 128L << 20;

    private final UUID recording;
    private final Recordings store;
    private final Runnable stop;
    private final List<TrafficFrame> pending = new ArrayList<>();
    private int parts;
    private long bytes;
    private String cut = "";
    private State state = State.RECORDING;
    private String message = "";

    /** @param stop ends the drive when no more frames are wanted */
    FrameWriter(UUID recording, Recordings store, Runnable stop) {
        this.recording = recording;
        this.store = store;
        this.stop = stop;
    }

    void add(TrafficFrame frame) {
        if (cut.isEmpty()) {
            pending.add(frame);
        }
        if (pending.size() == FRAMES_PER_PART) {
            flush();
        }
    }

    @Override
    public void turn(DeploymentState next, String words) {
        if (next == DeploymentState.FAILED) {
            state = State.FAILED;
            message = words;
        } else if (next.over()) {
            state = State.READY;
            message = cut;
        }
    }

    @Override
    public void note(DeploymentReport next) {
        // what a recording shows is in its frames
    }

    /** Keeps the last frames and says how it ended. */
    @Override
    public void close() {
        flush();
        store.turn(recording, state == State.RECORDING ? State.FAILED : state, message);
    }

    private void flush() {
        if (pending.isEmpty()) {
            return;
        }
        byte[] packed = packed(pending);
        bytes += packed.length;
        boolean wanted = store.addPart(recording, parts, pending, packed);
        parts++;
        pending.clear();
        if (!wanted || bytes > MOST_BYTES) {
            cut = "It was cut at %d MB, the most that is kept of a recording".formatted(MOST_BYTES >> 20);
            stop.run();
        }
    }

    private static byte[] packed(List<TrafficFrame> frames) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(JSON.writeValueAsBytes(frames));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}

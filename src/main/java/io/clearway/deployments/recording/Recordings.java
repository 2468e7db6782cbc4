package io.clearway.deployments.recording;

import io.clearway.deployments.TrafficFrame;
import io.clearway.deployments.recording.Recording.State;
import io.clearway.deployments.recording.Recording.StoredRecording;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All recordings that the service stores. */
public interface Recordings {
    /**
     * Stores a new one, without frames.
     *
     * @param service name of the service that records it, among those that share the store
     */
    void add(Recording recording, String service);

    /** The current state of the recording of this id. */
    Optional<StoredRecording> find(UUID id);

    /** The newest first, at most 200. */
    List<StoredRecording> list();

    /**
     * Appends frames.
     *
     * @param part number of the part, counted from 0
     * @param packed the frames as JSON, compressed with gzip
     * @return whether the recording still exists
     */
    boolean addPart(UUID id, int part, List<TrafficFrame> frames, byte[] packed);

    /** The frames of a part, as JSON compressed with gzip. */
    Optional<byte[]> findPart(UUID id, int part);

    /** Stores how it ended. */
    void updateState(UUID id, State state, String message);

    /** Deletes it with all its frames; returns whether there was one. */
    boolean delete(UUID id);

    /** Marks as failed what a service was recording before it was restarted. */
    void failUnfinished(String service);
}

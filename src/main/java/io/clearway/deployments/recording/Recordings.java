package io.clearway.deployments.recording;

import io.clearway.deployments.TrafficFrame;
import io.clearway.deployments.recording.Recording.Kept;
import io.clearway.deployments.recording.Recording.State;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All recordings that the service keeps. */
public interface Recordings {
    /**
     * Keeps a new one, without frames.
     *
     * @param service name of the service that films it, among those that share the store
     */
    void add(Recording recording, String service);

    /** The recording of this id as it stands. */
    Optional<Kept> find(UUID id);

    /** The newest first, at most 200. */
    List<Kept> list();

    /**
     * Keeps frames that follow those kept before.
     *
     * @param part number of the part, counted from 0
     * @param packed the frames as JSON, packed by gzip
     * @return whether the recording is still wanted
     */
    boolean addPart(UUID id, int part, List<TrafficFrame> frames, byte[] packed);

    /** The frames of a part, packed as they were kept. */
    Optional<byte[]> findPart(UUID id, int part);

    /** Says how it ended. */
    void turn(UUID id, State state, String message);

    /** Takes it away with all frames; whether there was one. */
    boolean delete(UUID id);

    /** Declares failed what an earlier life of a service was filming. */
    void failUnfinished(String service);
}

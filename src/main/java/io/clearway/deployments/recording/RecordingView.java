package io.clearway.deployments.recording;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.deployments.recording.Recording.StoredRecording;
import io.clearway.deployments.web.ControllerView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A recording as clients see it, all parts in one JSON object; its frames come in parts, counted from 0. */
@Schema(name = "Recording")
record RecordingView(
        UUID id,
        String name,
        String scenario,
        @JsonUnwrapped ControllerView control,
        @JsonUnwrapped Episode episode,
        @JsonUnwrapped Content content,
        Instant createdAt) {
    record Episode(long seed, int seconds) {}

    record Content(
            Recording.State state, String message, int frames, int parts, double firstSeconds, double lastSeconds) {}

    static RecordingView of(StoredRecording kept) {
        Recording recording = kept.recording();
        return new RecordingView(
                recording.id(),
                recording.name(),
                recording.scenario(),
                ControllerView.of(recording.controller()),
                new Episode(recording.seed(), recording.seconds()),
                new Content(
                        kept.state(),
                        kept.message(),
                        kept.frames(),
                        kept.parts(),
                        kept.firstSeconds(),
                        kept.lastSeconds()),
                recording.created());
    }
}

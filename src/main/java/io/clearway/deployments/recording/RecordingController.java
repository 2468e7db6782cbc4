package io.clearway.deployments.recording;

import io.clearway.deployments.Bindings;
import io.clearway.deployments.web.ControllerResolver;
import io.clearway.setting.Settings;
import io.clearway.simulation.SimulationSetup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Recordings over REST: start, list, show, frames, delete. */
@RestController
@RequestMapping(path = RecordingController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Recordings", description = "Episodes recorded second by second")
class RecordingController {
    static final String PATH = "/api/v1/recordings";

    private final Recordings recordings;
    private final Recorder recorder;
    private final ControllerResolver controllers;
    private final Bindings bindings;
    private final Clock clock;

    RecordingController(
            Recordings recordings, Recorder recorder, ControllerResolver controllers, Bindings bindings, Clock clock) {
        this.recordings = recordings;
        this.recorder = recorder;
        this.controllers = controllers;
        this.bindings = bindings;
        this.clock = clock;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Record an episode",
            description =
                    "A rule or a checkpoint controls a simulation that the service starts, with the same safety"
                            + " envelope as a deployment; every simulated second is stored. Recordings are made one after the other.")
    ResponseEntity<RecordingView> start(@RequestBody RecordingBody body) {
        ControllerResolver.Resolved resolved = controllers.resolve(body.control());
        Recording recording = body.toRecording(resolved, clock.instant());
        SimulationSetup setup = bindings.scenario(recording.scenario()).setup(Settings.none(), recording.seed());
        recorder.start(recording, resolved.binding(), setup);
        return ResponseEntity.created(URI.create(PATH + "/" + recording.id())).body(get(recording.id()));
    }

    @GetMapping
    @Operation(summary = "List recordings, the newest first; at most 200")
    List<RecordingView> list() {
        return recordings.list().stream().map(RecordingView::of).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Show a recording")
    RecordingView get(@PathVariable UUID id) {
        return recordings.find(id).map(RecordingView::of).orElseThrow(() -> new UnknownRecording(id.toString()));
    }

    @GetMapping("/{id}/parts/{part}")
    @Operation(
            summary = "Frames of a recording",
            description = "Up to 60 frames, one for each simulated second, to be drawn on"
                    + " /api/v1/scenarios/{name}/map. Always compressed with gzip.")
    ResponseEntity<byte[]> part(@PathVariable UUID id, @PathVariable int part) {
        byte[] packed = recordings
                .findPart(id, part)
                .orElseThrow(() -> new UnknownRecording("%s with a part %d".formatted(id, part)));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_ENCODING, "gzip")
                .contentType(MediaType.APPLICATION_JSON)
                .body(packed);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Delete a recording; one in progress ends")
    ResponseEntity<Void> delete(@PathVariable UUID id) {
        recorder.stop(id);
        if (!recordings.delete(id)) {
            throw new UnknownRecording(id.toString());
        }
        return ResponseEntity.noContent().build();
    }
}

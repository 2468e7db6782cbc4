package io.clearway.deployments.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clearway.deployments.Bindings;
import io.clearway.deployments.ControllerChoice;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.recording.Recording.Kept;
import io.clearway.deployments.web.DeploymentOrders;
import io.clearway.setting.Settings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Episodes filmed second by second: asked for, looked at, taken away. */
@RestController
@RequestMapping(path = RecordingController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Recordings", description = "Episodes filmed second by second")
class RecordingController {
    static final String PATH = "/api/v1/recordings";

    private final Recordings recordings;
    private final Recorder recorder;
    private final DeploymentOrders orders;
    private final Bindings bindings;

    RecordingController(Recordings recordings, Recorder recorder, DeploymentOrders orders, Bindings bindings) {
        this.recordings = recordings;
        this.recorder = recorder;
        this.orders = orders;
        this.bindings = bindings;
    }

    /** A recording as clients see it; its frames come in parts, counted from 0. */
    @Schema(name = "Recording")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordingView(
            UUID id,
            String name,
            String scenario,
            @Nullable String controller,
            @Nullable UUID checkpoint,
            long seed,
            int seconds,
            Recording.State state,
            String message,
            int frames,
            int parts,
            double firstSeconds,
            double lastSeconds,
            Instant createdAt) {
        static RecordingView of(Kept kept) {
            Recording recording = kept.recording();
            return new RecordingView(
                    recording.id(),
                    recording.name(),
                    recording.scenario(),
                    recording.controller() instanceof ControllerChoice.Rule rule ? rule.name() : null,
                    recording.controller() instanceof ControllerChoice.Learned learned ? learned.checkpoint() : null,
                    recording.seed(),
                    recording.seconds(),
                    kept.state(),
                    kept.message(),
                    kept.frames(),
                    kept.parts(),
                    kept.firstSeconds(),
                    kept.lastSeconds(),
                    recording.created());
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Film an episode",
            description = "A rule or a checkpoint drives a simulation of the service's own, behind the same safety"
                    + " envelope as a deployment; every simulated second is kept. One is filmed after the other.")
    ResponseEntity<RecordingView> start(@RequestBody RecordingBody body) {
        int seconds = body.length();
        DeploymentOrders.Order order = orders.read(body.asDeployment());
        Deployment deployment = order.deployment();
        Recording recording = new Recording(
                deployment.id(),
                deployment.name(),
                deployment.scenario(),
                deployment.controller(),
                body.chance(),
                seconds,
                deployment.created());
        recorder.start(
                recording,
                order.binding(),
                bindings.scenario(recording.scenario()).setup(Settings.none(), body.chance()));
        return ResponseEntity.created(URI.create(PATH + "/" + recording.id())).body(get(recording.id()));
    }

    @GetMapping
    @Operation(summary = "List recordings, the newest first; at most 200")
    List<RecordingView> list() {
        return recordings.list().stream().map(RecordingView::of).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look at a recording")
    RecordingView get(@PathVariable UUID id) {
        return recordings.find(id).map(RecordingView::of).orElseThrow(() -> new UnknownRecording(id.toString()));
    }

    @GetMapping("/{id}/parts/{part}")
    @Operation(
            summary = "Frames of a recording",
            description = "Up to 60 frames, one for each simulated second, to be drawn on"
                    + " /api/v1/scenarios/{name}/map. Always packed by gzip.")
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
    @Operation(summary = "Take a recording away; one that is being filmed ends")
    ResponseEntity<Void> delete(@PathVariable UUID id) {
        recorder.stop(id);
        if (!recordings.delete(id)) {
            throw new UnknownRecording(id.toString());
        }
        return ResponseEntity.noContent().build();
    }
}

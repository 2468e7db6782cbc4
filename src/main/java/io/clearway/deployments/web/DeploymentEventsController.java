package io.clearway.deployments.web;

import io.clearway.deployments.Deployments;
import io.clearway.deployments.TrafficFrame;
import io.clearway.deployments.UnknownDeployment;
import io.clearway.deployments.live.ActiveDeployments;
import io.clearway.deployments.live.FrameBroadcaster;
import io.clearway.runs.web.EventStreams;
import io.clearway.runs.web.EventStreams.Event;
import io.clearway.runs.web.EventStreams.EventSource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** State and frames of deployments as server-sent events. */
@RestController
@RequestMapping(path = DeploymentController.PATH + "/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
@Tag(name = "Deployments")
class DeploymentEventsController {
    private static final Duration STATE_INTERVAL = Duration.ofMillis(500);
    private static final Duration FRAME_INTERVAL = Duration.ofMillis(50);

    private final DeploymentController deployments;
    private final Deployments store;
    private final ActiveDeployments active;
    private final EventStreams streams;

    DeploymentEventsController(
            DeploymentController deployments, Deployments store, ActiveDeployments active, EventStreams streams) {
        this.deployments = deployments;
        this.store = store;
        this.active = active;
        this.streams = streams;
    }

    @GetMapping("/events")
    @Operation(summary = "An event 'deployment' at once and, at most twice a second, at every change")
    SseEmitter events(@PathVariable UUID id) {
        requireKnown(id);
        return streams.open(STATE_INTERVAL, EventStreams.changes("deployment", () -> deployments.get(id)));
    }

    @GetMapping("/frames")
    @Operation(
            summary = "Frames of the traffic as it is controlled",
            description = "Events 'frame', at most about ten a second: lights, queues and vehicles, to be drawn on"
                    + " /api/v1/scenarios/{name}/map. Only the service that runs the deployment has them, and vehicles"
                    + " are only read while a client listens.")
    SseEmitter frames(@PathVariable UUID id) {
        requireKnown(id);
        return streams.open(FRAME_INTERVAL, new Frames(active, id));
    }

    private void requireKnown(UUID id) {
        if (active.find(id).or(() -> store.find(id)).isEmpty()) {
            throw new UnknownDeployment(id);
        }
    }

    /** The newest frame whenever there is one; subscribed while the client listens. */
    private static final class Frames implements EventSource {
        private final ActiveDeployments active;
        private final UUID id;
        private @Nullable FrameBroadcaster broadcaster;
        private double lastSeconds = -1;

        Frames(ActiveDeployments active, UUID id) {
            this.active = active;
            this.id = id;
        }

        @Override
        public @Nullable Event next() {
            FrameBroadcaster open = broadcaster;
            if (open == null) {
                Optional<FrameBroadcaster> found = active.findFrames(id);
                found.ifPresent(FrameBroadcaster::subscribe);
                open = found.orElse(null);
                broadcaster = open;
            }
            TrafficFrame newest = open == null ? null : open.newest();
            if (newest == null || newest.seconds() == lastSeconds) {
                return null;
            }
            lastSeconds = newest.seconds();
            return new Event("frame", newest);
        }

        @Override
        public void end() {
            if (broadcaster != null) {
                broadcaster.unsubscribe();
            }
        }
    }
}

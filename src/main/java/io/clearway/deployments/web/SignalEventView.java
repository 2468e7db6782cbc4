package io.clearway.deployments.web;

import io.clearway.deployments.Deployments.StoredEvent;
import io.clearway.deployments.control.SignalEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A fault of a signal, or an operator's order. */
@Schema(name = "SignalEvent")
record SignalEventView(
        @Schema(description = "Simulated time") double seconds,
        String signal,
        SignalEvent.Kind kind,
        String description,
        Instant recordedAt) {
    static SignalEventView of(StoredEvent stored) {
        SignalEvent event = stored.event();
        return new SignalEventView(
                event.seconds(), event.light(), event.kind(), event.description(), stored.recordedAt());
    }
}

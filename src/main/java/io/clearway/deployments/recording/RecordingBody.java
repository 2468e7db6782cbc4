package io.clearway.deployments.recording;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.deployments.web.ControllerBody;
import io.clearway.deployments.web.ControllerResolver;
import io.clearway.setting.InvalidSetting;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The request for a recording, all parts in one JSON object. */
@Schema(name = "RecordingRequest")
record RecordingBody(
        @Schema(description = "A label") @Nullable String name,
        @JsonUnwrapped ControllerBody control,

        @Schema(description = "Seed of demand and driver behavior", defaultValue = "100") @Nullable Long seed,

        @Schema(description = "Simulated seconds to record, 10 to 7200", defaultValue = "600") @Nullable Integer seconds) {
    private static final int DEFAULT_SECONDS = 600;
    private static final int MIN_SECONDS = 10;
    private static final int MAX_SECONDS = 7200;
    private static final long DEFAULT_SEED = 100;

    /** Simulated seconds to record; {@link InvalidSetting} when too few or too many. */
    int duration() {
        int duration = seconds == null ? DEFAULT_SECONDS : seconds;
        if (duration < MIN_SECONDS || duration > MAX_SECONDS) {
            throw new InvalidSetting(
                    "seconds",
                    duration,
                    "give a whole number of simulated seconds from %d to %d".formatted(MIN_SECONDS, MAX_SECONDS));
        }
        return duration;
    }

    /**
     * The recording that is requested.
     *
     * @param resolved what {@link #control} names
     */
    Recording toRecording(ControllerResolver.Resolved resolved, Instant now) {
        return new Recording(
                UUID.randomUUID(),
                resolved.nameOr(name),
                resolved.scenario(),
                resolved.choice(),
                seed == null ? DEFAULT_SEED : seed,
                duration(),
                now);
    }
}

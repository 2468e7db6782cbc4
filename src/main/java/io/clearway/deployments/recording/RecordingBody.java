package io.clearway.deployments.recording;

import io.clearway.deployments.web.DeploymentBody;
import io.clearway.setting.InvalidSetting;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client sends to have an episode filmed; what is left out has a default, or is asked for. */
@Schema(name = "RecordingRequest")
record RecordingBody(
        @Schema(description = "Free words for people") @Nullable String name,

        @Schema(description = "A scenario of signals; a checkpoint's own when left out", example = "grid-5x5") @Nullable String scenario,

        @Schema(description = "A rule of the scenario, by name; or checkpoint, or run", example = "max-pressure")
        @Nullable String controller,

        @Schema(description = "A checkpoint whose policy drives; or controller, or run") @Nullable UUID checkpoint,

        @Schema(description = "A run whose newest checkpoint drives; or controller, or checkpoint") @Nullable UUID run,

        @Schema(description = "Seed of demand and drivers", defaultValue = "100") @Nullable Long seed,

        @Schema(description = "Simulated seconds to film, 10 to 7200", defaultValue = "600") @Nullable Integer seconds) {
    private static final int DEFAULT_SECONDS = 600;
    private static final int FEWEST_SECONDS = 10;
    private static final int MOST_SECONDS = 7200;
    private static final long DEFAULT_SEED = 100;

    int length() {
        int length = seconds == null ? DEFAULT_SECONDS : seconds;
        if (length < FEWEST_SECONDS || length > MOST_SECONDS) {
            throw new InvalidSetting(
                    "seconds",
                    length,
                    "give a whole number of simulated seconds from %d to %d".formatted(FEWEST_SECONDS, MOST_SECONDS));
        }
        return length;
    }

    long chance() {
        return seed == null ? DEFAULT_SEED : seed;
    }

    /** The part of it that is the same as of a deployment. */
    DeploymentBody asDeployment() {
        return new DeploymentBody(name, null, 1, null, scenario, controller, checkpoint, run, null, null, null, null);
    }
}

package io.clearway.deployments.web;

import io.clearway.setting.InvalidSetting;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a request that say which controller is to control which scenario. */
public record ControllerBody(
        @Schema(
                description = "Scenario whose network the simulation runs; default with a checkpoint or run: its own",
                example = "grid-5x5")
        @Nullable String scenario,

        @Schema(
                description =
                        "Name of a rule of the scenario, or of a policy that comes with Clearway; or checkpoint, or run",
                example = "max-pressure")
        @Nullable String controller,

        @Schema(description = "Id of a checkpoint, whose policy controls; or controller, or run") @Nullable UUID checkpoint,

        @Schema(description = "Id of a run, whose newest checkpoint controls; or controller, or checkpoint") @Nullable UUID run) {
    /** Requires exactly one of the three ways to name a controller. */
    void requireOneController() {
        long given =
                Stream.of(controller, checkpoint, run).filter(Objects::nonNull).count();
        if (given != 1) {
            throw new InvalidSetting(
                    "controller",
                    given == 0 ? "nothing" : "%d of controller, checkpoint and run".formatted(given),
                    "give exactly one of: controller (a rule's or policy's name), checkpoint (an id), run (an id)");
        }
    }
}

package io.clearway.deployments.web;

import io.clearway.deployments.DriveLimits;
import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.LiveAddress;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a client sends to have a live simulation driven; what is left out has a default, or is asked for. */
@Schema(name = "DeploymentRequest")
public record DeploymentBody(
        @Schema(description = "Free words for people") @Nullable String name,

        @Schema(description = "Host on which the simulation listens", defaultValue = "127.0.0.1") @Nullable String host,

        @Schema(
                description = "Port on which it listens (SUMO's --remote-port)",
                example = "9999",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable Integer port,

        @Schema(description = "Place among the simulation's clients (SUMO's --num-clients)", defaultValue = "1")
        @Nullable Integer order,

        @Schema(
                description = "Scenario whose network the simulation runs; a checkpoint's own when left out",
                example = "grid-5x5")
        @Nullable String scenario,

        @Schema(description = "A rule of the scenario, by name; or checkpoint, or run", example = "max-pressure")
        @Nullable String controller,

        @Schema(description = "A checkpoint whose policy drives; or controller, or run") @Nullable UUID checkpoint,

        @Schema(description = "A run whose newest checkpoint drives; or controller, or checkpoint") @Nullable UUID run,

        @Schema(description = "Simulated seconds between decisions; the scenario's own when left out") @Nullable Double decisionSeconds,

        @Schema(
                description = "Milliseconds that a decision may take before fixed time takes over",
                defaultValue = "1000")
        @Nullable Integer deadlineMillis,

        @Schema(description = "Simulated time at which it ends; with the simulation when left out") @Nullable Double untilSeconds,

        @Schema(
                description = "Good decisions in a row after which a signal returns from fixed time to the controller",
                defaultValue = "3")
        @Nullable Integer recoveryDecisions) {
    private static final int DEFAULT_DEADLINE_MILLIS = 1000;
    private static final int DEFAULT_RECOVERY_DECISIONS = 3;
    private static final int LONGEST_NAME = 200;
    private static final int LAST_PORT = 65_535;
    private static final int LAST_ORDER = 1000;

    LiveAddress address() {
        String where = host == null ? "127.0.0.1" : host;
        if (where.isBlank()) {
            throw new InvalidSetting("host", where, "give a host's name or address, or leave it out for 127.0.0.1");
        }
        if (port == null) {
            throw new InvalidSetting("port", "nothing", "give the port that SUMO was started with as --remote-port");
        }
        inRange("port", port, 1, LAST_PORT);
        int place = order == null ? 1 : order;
        inRange("order", place, 1, LAST_ORDER);
        return new LiveAddress(where, port, place);
    }

    DriveLimits limits(double scenarioDecisionSeconds) {
        return new DriveLimits(
                decisionSeconds == null ? scenarioDecisionSeconds : decisionSeconds,
                deadlineMillis == null ? DEFAULT_DEADLINE_MILLIS : deadlineMillis,
                untilSeconds == null ? Double.POSITIVE_INFINITY : untilSeconds,
                recoveryDecisions == null ? DEFAULT_RECOVERY_DECISIONS : recoveryDecisions);
    }

    String nameOr(String otherwise) {
        if (name != null && name.length() > LONGEST_NAME) {
            throw new InvalidSetting("name", name, "give at most %d letters".formatted(LONGEST_NAME));
        }
        return name == null || name.isBlank() ? otherwise : name;
    }

    /** Exactly one of the three ways to name a controller. */
    void requireOneController() {
        long given =
                Stream.of(controller, checkpoint, run).filter(Objects::nonNull).count();
        if (given != 1) {
            throw new InvalidSetting(
                    "controller",
                    given == 0 ? "nothing" : "%d of controller, checkpoint and run".formatted(given),
                    "give exactly one of: controller (a rule's name), checkpoint (an id), run (an id)");
        }
    }

    private static void inRange(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidSetting(field, value, "give a whole number from %d to %d".formatted(least, most));
        }
    }
}

package io.clearway.deployments.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DriveLimits;
import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.LiveAddress;
import io.clearway.timing.TimingProfile;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The request for a deployment, all parts in one JSON object. */
@Schema(name = "DeploymentRequest")
record DeploymentBody(
        @Schema(description = "A label") @Nullable String name,
        @JsonUnwrapped Simulator simulator,
        @JsonUnwrapped ControllerBody control,
        @JsonUnwrapped Limits limits,

        @Schema(
                description = "Drive with the timings of the papers, which are too short for live signals",
                defaultValue = "false")
        @Nullable Boolean allowUnsafeTimings,

        @Schema(
                description = "Write an event log of signals and detectors, in the Indiana enumerations",
                defaultValue = "false")
        @Nullable Boolean eventLog) {
    /**
     * The deployment that is requested.
     *
     * @param resolved what {@link #control} names
     * @throws InvalidSetting naming the field that cannot be used
     */
    Deployment toDeployment(ControllerResolver.Resolved resolved, Instant now) {
        DriveLimits driveLimits =
                limits.withDefaults(resolved.binding().scenario().decisionSeconds());
        requireSafe(resolved.binding().scenario().timings().profile());
        return new Deployment(
                UUID.randomUUID(),
                resolved.nameOr(name),
                simulator.address(),
                resolved.scenario(),
                resolved.choice(),
                driveLimits.withEventLog(requireLoggable(resolved)),
                now);
    }

    private boolean requireLoggable(ControllerResolver.Resolved resolved) {
        boolean wanted = Boolean.TRUE.equals(eventLog);
        if (wanted && resolved.binding().scenario().recorded().sites().isEmpty()) {
            throw new InvalidSetting(
                    "eventLog",
                    true,
                    "no event log can be written of scenario '%s': leave it out".formatted(resolved.scenario()));
        }
        return wanted;
    }

    private void requireSafe(TimingProfile timings) {
        if (timings == TimingProfile.PAPER && !Boolean.TRUE.equals(allowUnsafeTimings)) {
            throw new InvalidSetting(
                    "allowUnsafeTimings",
                    false,
                    "the run was trained with timings 'paper', which are too short for live signals: give a run with"
                            + " timings 'standard' or 'owner', or true to drive unsafely on purpose");
        }
    }

    /** Where the simulation listens. */
    record Simulator(
            @Schema(description = "Host on which the simulation listens", defaultValue = "127.0.0.1") @Nullable String host,

            @Schema(
                    description = "Port on which it listens (SUMO's --remote-port)",
                    example = "9999",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable Integer port,

            @Schema(description = "Position among the simulation's clients (SUMO's --num-clients)", defaultValue = "1")
            @Nullable Integer order) {
        private static final String DEFAULT_HOST = "127.0.0.1";
        private static final int MAX_PORT = 65_535;
        private static final int MAX_ORDER = 1000;

        LiveAddress address() {
            String listening = host == null ? DEFAULT_HOST : host;
            if (listening.isBlank()) {
                throw new InvalidSetting(
                        "host", listening, "give a host's name or address, or leave it out for " + DEFAULT_HOST);
            }
            if (port == null) {
                throw new InvalidSetting(
                        "port", "nothing", "give the port that SUMO was started with as --remote-port");
            }
            int position = order == null ? 1 : order;
            return new LiveAddress(listening, inRange("port", port, MAX_PORT), inRange("order", position, MAX_ORDER));
        }

        private static int inRange(String field, int value, int max) {
            if (value < 1 || value > max) {
                throw new InvalidSetting(field, value, "give a whole number from 1 to " + max);
            }
            return value;
        }
    }

    /** When decisions are made, and what happens when they are bad. */
    record Limits(
            @Schema(description = "Simulated seconds between decisions; default: the scenario's") @Nullable Double decisionSeconds,

            @Schema(
                    description = "Time limit of a decision in milliseconds; after it fixed time takes over",
                    defaultValue = "1000")
            @Nullable Integer deadlineMillis,

            @Schema(description = "Simulated time at which it ends; default: with the simulation") @Nullable Double untilSeconds,

            @Schema(
                    description =
                            "Good decisions in a row after which a signal returns from fixed time to the controller",
                    defaultValue = "3")
            @Nullable Integer recoveryDecisions) {
        private static final int DEFAULT_DEADLINE_MILLIS = 1000;
        private static final int DEFAULT_RECOVERY_DECISIONS = 3;

        DriveLimits withDefaults(double scenarioDecisionSeconds) {
            return new DriveLimits(
                    decisionSeconds == null ? scenarioDecisionSeconds : decisionSeconds,
                    deadlineMillis == null ? DEFAULT_DEADLINE_MILLIS : deadlineMillis,
                    untilSeconds == null ? Double.POSITIVE_INFINITY : untilSeconds,
                    recoveryDecisions == null ? DEFAULT_RECOVERY_DECISIONS : recoveryDecisions);
        }
    }
}

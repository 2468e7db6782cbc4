package io.clearway.deployments.web;

import io.clearway.deployments.control.OperatorOrder;
import io.clearway.setting.InvalidSetting;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why an operator orders something, who it is, and the stage to hold. */
@Schema(name = "SignalOrder")
record SignalOrderBody(
        @Schema(description = "Why; it is recorded", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String reason,

        @Schema(description = "Who orders it; it is recorded", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String operator,

        @Schema(description = "For hold: number of the controller's phase, from 0") @Nullable Integer stage) {
    private static final int LONGEST = 500;

    OperatorOrder toOrder(OperatorOrder.Action action, Optional<String> light) {
        if (action == OperatorOrder.Action.HOLD && stage == null) {
            throw new InvalidSetting("stage", "nothing", "give the number of the phase to hold, from 0");
        }
        return new OperatorOrder(
                action, light, stage == null ? -1 : stage, text("reason", reason), text("operator", operator));
    }

    private static String text(String field, @Nullable String given) {
        if (given == null || given.isBlank() || given.length() > LONGEST) {
            throw new InvalidSetting(
                    field, given == null ? "nothing" : given, "give 1 to %d characters".formatted(LONGEST));
        }
        return given.strip();
    }
}

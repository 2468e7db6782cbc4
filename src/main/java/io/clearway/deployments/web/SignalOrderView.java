package io.clearway.deployments.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clearway.deployments.control.OperatorOrder;
import io.clearway.setting.EnumWords;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order that was accepted. */
@Schema(name = "AcceptedSignalOrder")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignalOrderView(
        String action,

        @Schema(description = "The signal; absent for all") @Nullable String signal,

        String reason,
        String operator) {
    static SignalOrderView of(OperatorOrder order) {
        return new SignalOrderView(
                EnumWords.of(order.action()), order.light().orElse(null), order.reason(), order.operator());
    }
}

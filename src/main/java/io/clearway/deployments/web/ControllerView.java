package io.clearway.deployments.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clearway.deployments.ControllerChoice;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The controller of a deployment or recording as clients see it: exactly one of the two is there.
 *
 * @param controller name of a rule
 * @param checkpoint id of a checkpoint
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ControllerView(
        @Nullable String controller, @Nullable UUID checkpoint) {
    /** The view of a choice. */
    public static ControllerView of(ControllerChoice choice) {
        return choice instanceof ControllerChoice.Named rule
                ? new ControllerView(rule.name(), null)
                : new ControllerView(null, ((ControllerChoice.Learned) choice).checkpoint());
    }
}

package io.clearway.runs;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.training.Stage;
import java.time.Instant;

/**
 * What a run in training does now, and since when.
 *
 * @param stage the work
 * @param since when its kind began
 */
public record CurrentStage(@JsonUnwrapped Stage stage, Instant since) {
    /** The same as people read it. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String text() {
        return stage.text();
    }
}

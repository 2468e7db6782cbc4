package io.clearway.experiments.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.experiments.ExperimentOverview;
import io.clearway.experiments.ExperimentProgress;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as clients see it.
 *
 * @param description what it is about; may be empty
 * @param secondsLeft at the mean rate so far; null where it cannot be known
 */
@Schema(name = "Experiment")
record ExperimentView(
        UUID id,
        String name,
        String description,
        Instant createdAt,
        @JsonUnwrapped ExperimentProgress progress,
        @Nullable Long secondsLeft) {
    static ExperimentView of(ExperimentOverview experiment, Instant now) {
        ExperimentProgress progress = experiment.progress();
        return new ExperimentView(
                experiment.id(),
                experiment.name(),
                experiment.purpose(),
                experiment.createdAt(),
                progress,
                progress.left(now).map(Duration::toSeconds).orElse(null));
    }
}

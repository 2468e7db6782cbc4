package io.clearway.runs.worker;

import io.clearway.runs.CurrentStage;
import io.clearway.training.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Stores the stages of a run, but for those so short that nobody would see them; used by the run's own thread. */
final class StageRecorder {
    private static final Duration WORTH_TELLING = Duration.ofMillis(300);

    private final Consumer<CurrentStage> store;
    private final Clock clock;
    private final Map<Stage.Kind, Duration> lasted = new EnumMap<>(Stage.Kind.class);
    private Stage.@Nullable Kind kind;
    private Instant since;

    /** @param store keeps a stage */
    StageRecorder(Consumer<CurrentStage> store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.since = clock.instant();
    }

    void accept(Stage stage) {
        Instant now = clock.instant();
        if (stage.kind() != kind) {
            if (kind != null) {
                lasted.put(kind, Duration.between(since, now));
            }
            kind = stage.kind();
            since = now;
        }
        // the first of a kind is always stored: nobody knows how long it takes
        Duration expected = lasted.getOrDefault(stage.kind(), WORTH_TELLING);
        if (expected.compareTo(WORTH_TELLING) >= 0) {
            store.accept(new CurrentStage(stage, since));
        }
    }
}

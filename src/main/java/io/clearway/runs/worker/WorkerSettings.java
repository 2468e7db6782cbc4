package io.clearway.runs.worker;

import io.clearway.setting.InvalidSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this service executes runs; {@code clearway.worker.*}.
 *
 * @param parallelEpisodes episodes of one run played at the same time; 0 means one per processor
 * @param checkpointEveryRounds rounds of learning between two checkpoints
 * @param checkpointsKept newest checkpoints kept of each run
 * @param shutdownGrace how long a run may continue to its next checkpoint when the service stops
 */
@ConfigurationProperties("clearway.worker")
record WorkerSettings(
        @DefaultValue("0") int parallelEpisodes,
        @DefaultValue("5") int checkpointEveryRounds,
        @DefaultValue("3") int checkpointsKept,
        @DefaultValue("10s") Duration shutdownGrace) {
    WorkerSettings {
        atLeast("parallel-episodes", parallelEpisodes, 0);
        atLeast("checkpoint-every-rounds", checkpointEveryRounds, 1);
        atLeast("checkpoints-kept", checkpointsKept, 1);
        parallelEpisodes = parallelEpisodes == 0 ? Runtime.getRuntime().availableProcessors() : parallelEpisodes;
    }

    private static void atLeast(String field, int value, int least) {
        if (value < least) {
            throw new InvalidSetting("clearway.worker." + field, value, "give a whole number of at least " + least);
        }
    }
}

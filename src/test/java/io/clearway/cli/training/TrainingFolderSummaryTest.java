package io.clearway.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.metric.Metric;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingFolderSummaryTest {
    @Test
    void scoresHaveTheDigitsThatTheyNeed() {
        assertThat(TrainingFolder.summary(0, "learner", Map.of(Metric.PAPER_REWARD, 0.65432)))
                .isEqualTo("episode 1 (learner)  R̄ 0.6543");
        assertThat(TrainingFolder.summary(8, "learner", Map.of(Metric.PAPER_REWARD, -1234.5678)))
                .isEqualTo("episode 9 (learner)  R̄ -1235");
    }
}

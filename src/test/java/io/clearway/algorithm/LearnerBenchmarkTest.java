package io.clearway.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.metric.Metric;
import org.junit.jupiter.api.Test;

/** Nobody notices otherwise when a setting of the benchmark is no longer taken. */
class LearnerBenchmarkTest {
    @Test
    void theBenchmarkLearnsARoundOnImaginedPlay() {
        var benchmark = new LearnerBenchmark();
        benchmark.agents = 4;
        benchmark.open();
        assertThat(benchmark.learn()).containsKey(Metric.VALUE_LOSS).containsEntry(Metric.IMAGINED_SHARE, 1.0);
        benchmark.close();
    }
}

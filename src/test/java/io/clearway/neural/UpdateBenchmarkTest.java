package io.clearway.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.neural.compute.ComputePool;
import org.junit.jupiter.api.Test;

class UpdateBenchmarkTest {
    @Test
    void itMeasuresAndItsFiguresAgreeWithEachOther() {
        try (ComputePool pool = new ComputePool(1)) {
            var result = new UpdateBenchmark(9, 4, 8, 2, 16).run(pool);
            double operations = 6.0 * 9 * 16 * (4 * 8 + 8 * 8 + 8 * 2);
            assertThat(result.gigaflops() * result.stepMilliseconds()).isCloseTo(operations / 1e6, within(1e-9));
            assertThat(result.inferenceMicroseconds()).isPositive();
            // Two chunks; three layers forward, three weight gradients, two deltas carried back.
            assertThat(result.nd4jCallsPerStep()).isEqualTo(2 * (3 + 3 + 2));
        }
    }
}

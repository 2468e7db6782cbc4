package io.clearway.algorithm.policygradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.algorithm.experience.DiscreteActions;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.experience.RolloutBatch;
import io.clearway.algorithm.experience.Segment;
import io.clearway.network.AgentSpec;
import io.clearway.neural.AgentTensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One agent, episodes of two decisions below each other. */
class ExplainedVarianceTest {
    private static final JointShape ONE = new JointShape(List.of(new AgentSpec("a", 1, 2)), 1, new DiscreteActions(2));

    private static RolloutBatch episodes(int count) {
        List<Segment> segments = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            segments.add(new Segment(2 * k, 2, 0, false));
        }
        return RolloutBatch.empty(ONE, 2 * count, segments);
    }

    private static AgentTensor numbers(float... values) {
        return AgentTensor.of(1, values.length, 1, values);
    }

    @Test
    void whatTheTimeOfDayExplainsDoesNotCount() {
        AgentTensor returns = numbers(100, 0, 102, 4);
        AgentTensor clock = numbers(101, 2, 101, 2);
        assertThat(ExplainedVariance.of(episodes(2), returns, clock).orElseThrow())
                .isZero();
    }

    @Test
    void valuesThatTellEpisodesApartExplainWhateverTheirLevel() {
        AgentTensor returns = numbers(100, 0, 102, 4);
        AgentTensor exact = numbers(0, 0, 2, 4);
        assertThat(ExplainedVariance.of(episodes(2), returns, exact).orElseThrow())
                .isEqualTo(1);
        // distances ±1 and ±2 are met by half: errors ½² and 1² of 1² and 2²
        AgentTensor half = numbers(0, 0, 1, 2);
        assertThat(ExplainedVariance.of(episodes(2), returns, half).orElseThrow())
                .isCloseTo(0.75, within(1e-9));
    }

    @Test
    void oneEpisodeAndEqualReturnsTellNothing() {
        assertThat(ExplainedVariance.of(episodes(1), numbers(1, 2), numbers(1, 2)))
                .isEmpty();
        assertThat(ExplainedVariance.of(episodes(2), numbers(1, 2, 1, 2), numbers(0, 0, 5, 5)))
                .isEmpty();
    }
}

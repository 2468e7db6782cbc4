package io.clearway.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.algorithm.dmpo.Dmpo;
import io.clearway.algorithm.ppo.Ppo;
import io.clearway.network.Seeds;
import io.clearway.setting.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.profiler.OpProfiler;
import org.nd4j.linalg.profiler.ProfilerConfig;

/** ND4J is called per chunk of eight agents, not per agent: ND4J itself counts. */
class NativeCallsTest {
    private static final Settings EVEN = new Settings(Map.ofEntries(
            Map.entry("hidden", List.of(8)),
            Map.entry("sharing", "none"),
            Map.entry("warmStart", ""),
            // no update may end early, or the counts would differ by chance
            Map.entry("targetDivergence", 1e9),
            Map.entry("episodesPerRound", 1),
            Map.entry("innerSteps", 1),
            Map.entry("epochs", 1),
            Map.entry("minibatch", 16),
            Map.entry("threads", 1)));
    private static final Settings EVEN_MODEL = EVEN.changedBy(Map.of(
            "modelHidden", List.of(8),
            "modelUpdates", 2,
            "modelWarmUpUpdates", 2,
            "modelBatch", 16,
            "modelProbability", 0.0));

    static Stream<Arguments> algorithms() {
        return Stream.of(Arguments.of(Ppo.decentralized(), EVEN), Arguments.of(Dmpo.localized(), EVEN_MODEL));
    }

    @BeforeEach
    void count() {
        Nd4j.getExecutioner()
                .setProfilingConfig(
                        ProfilerConfig.builder().checkElapsedTime(true).build());
    }

    @AfterEach
    void countNoMore() {
        Nd4j.getExecutioner().setProfilingConfig(ProfilerConfig.builder().build());
        OpProfiler.getInstance().reset();
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void callsOfARoundGrowWithChunksOfEightAgents(Algorithm algorithm, Settings settings) {
        long five = calls(algorithm, settings, 5);
        assertThat(five).isPositive();
        assertThat(calls(algorithm, settings, 8)).as("8 agents").isEqualTo(five);
        long sixteen = calls(algorithm, settings, 16);
        assertThat(calls(algorithm, settings, 64)).as("64 agents").isLessThanOrEqualTo(4 * sixteen);
    }

    /** Calls of ND4J in one round of learning. */
    private static long calls(Algorithm algorithm, Settings settings, int agents) {
        var street = new SyntheticStreet(agents, 3, 2, 16);
        try (Learner learner = algorithm.start(street.task(), settings, new Seeds(1))) {
            var round = Play.episodes(street, SyntheticStreet::first, 1, 1);
            OpProfiler.getInstance().reset();
            learner.learn(round);
            return OpProfiler.getInstance().getInvocationsCount();
        }
    }
}

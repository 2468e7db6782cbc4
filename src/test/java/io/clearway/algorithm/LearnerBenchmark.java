package io.clearway.algorithm;

import io.clearway.algorithm.dmpo.Dmpo;
import io.clearway.metric.Metric;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import io.clearway.setting.Settings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A whole round of DMPO, model included, by the number of agents; divided by it, the time is to stay the same. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 3)
@Measurement(iterations = 7)
public class LearnerBenchmark {
    private static final Settings SETTINGS = new Settings(Map.ofEntries(
            Map.entry("hidden", List.of(64, 64)),
            Map.entry("sharing", "none"),
            Map.entry("warmStart", ""),
            Map.entry("targetDivergence", 100),
            Map.entry("innerSteps", 1),
            Map.entry("epochs", 1),
            Map.entry("episodesPerRound", 1),
            Map.entry("minibatch", 32),
            Map.entry("modelBatch", 32),
            Map.entry("modelUpdates", 4),
            Map.entry("modelWarmUpUpdates", 4),
            Map.entry("modelErrorThreshold", 100),
            Map.entry("modelProbability", 1.0),
            Map.entry("rollouts", 16),
            Map.entry("rolloutLength", 4)));

    /** In a row, each with 12 observations and 5 choices. */
    @Param({"25", "250", "2500"})
    int agents;

    private SyntheticStreet street = new SyntheticStreet(1, 1, 1, 1);
    private List<Trajectory> round = List.of();
    private Learner learner = start();

    private Learner start() {
        return Dmpo.localized().start(street.task(), SETTINGS, new Seeds(1));
    }

    @Setup
    public void open() {
        learner.close();
        street = new SyntheticStreet(agents, 12, 5, 64);
        learner = start();
        round = Play.episodes(street, SyntheticStreet::first, 1, 1);
        learner.learn(round);
    }

    @Benchmark
    public Map<Metric, Double> learn() {
        return learner.learn(round);
    }

    @TearDown
    public void close() {
        learner.close();
    }
}

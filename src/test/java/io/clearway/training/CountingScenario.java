package io.clearway.training;

import io.clearway.metric.Metric;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.ControllerSource;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Step;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.Scenario;
import io.clearway.setting.Settings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** One agent guesses a coin for four decisions; the coin falls by the episode's seed. Counts what is open. */
final class CountingScenario implements Scenario {
    static final int HORIZON = 4;

    final AtomicInteger open = new AtomicInteger();
    final AtomicInteger opened = new AtomicInteger();
    private final long poisonedSeed;

    record Options(boolean loud) {}

    CountingScenario() {
        this(Long.MIN_VALUE);
    }

    /** An episode of this seed fails at its first step. */
    CountingScenario(long poisonedSeed) {
        this.poisonedSeed = poisonedSeed;
    }

    @Override
    public String name() {
        return "coin";
    }

    @Override
    public String description() {
        return "Guess the coin";
    }

    @Override
    public String origin() {
        return "made up for tests";
    }

    @Override
    public String reference() {
        return "always-heads";
    }

    @Override
    public Record defaults() {
        return new Options(false);
    }

    @Override
    public String hash() {
        return "c01";
    }

    @Override
    public AgentGraph graph(Settings settings) {
        return new AgentGraph(List.of("guesser"), List.of());
    }

    @Override
    public List<AgentSpec> agents(Settings settings) {
        return List.of(new AgentSpec("guesser", 1, 2));
    }

    @Override
    public int horizon(Settings settings) {
        return HORIZON;
    }

    @Override
    public Map<String, ControllerSource> controllers() {
        return Map.of("always-heads", seed -> observation -> JointAction.of(0));
    }

    @Override
    public MeasuredEnvironment open(Settings settings, SamplingMode recording) {
        open.incrementAndGet();
        opened.incrementAndGet();
        return new Coin();
    }

    private final class Coin implements MeasuredEnvironment {
        private RandomGenerator chance = RandomGenerator.getDefault();
        private long seed;
        private int step;
        private double won;

        @Override
        public AgentGraph graph() {
            return CountingScenario.this.graph(Settings.none());
        }

        @Override
        public List<AgentSpec> agents() {
            return CountingScenario.this.agents(Settings.none());
        }

        @Override
        public int horizon() {
            return HORIZON;
        }

        @Override
        public JointObservation reset(long seed) {
            this.seed = seed;
            chance = new java.util.SplittableRandom(seed);
            step = 0;
            won = 0;
            return look();
        }

        @Override
        public Step step(JointAction action) {
            if (seed == poisonedSeed) {
                throw new IllegalStateException("the coin rolled away");
            }
            double reward = chance.nextInt(2) == action.choice(0) ? 1 : 0;
            won += reward;
            step++;
            return new Step(look(), JointReward.of(reward), false, step == HORIZON);
        }

        private JointObservation look() {
            return JointObservation.of(new float[][] {{chance.nextFloat()}}, new boolean[][] {{true, true}});
        }

        @Override
        public Map<Metric, Double> measurements() {
            return Map.of(Metric.PAPER_REWARD, won);
        }

        @Override
        public Map<Metric, Double> finish() {
            return measurements();
        }

        @Override
        public String simulator() {
            return "coin 1.0";
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}

package io.clearway.runs;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.WarmStartEpisodes;
import io.clearway.metric.Metric;
import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.JointAction;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Learns nothing but to count: its state is the number of steps it lived through. */
public final class Counting implements Algorithm {
    /** Its one setting. */
    public record CountingSettings(int episodesPerRound) {
        public CountingSettings {
            if (episodesPerRound < 1) {
                throw new InvalidSetting("episodesPerRound", episodesPerRound, "give at least 1");
            }
        }
    }

    @Override
    public String name() {
        return "counting";
    }

    @Override
    public String source() {
        return "nowhere, for tests";
    }

    @Override
    public Record defaults() {
        return new CountingSettings(2);
    }

    @Override
    public Optional<WarmStartEpisodes> demonstrations(Settings settings) {
        return Optional.of(new WarmStartEpisodes("longest", 1));
    }

    @Override
    public Learner start(Task task, Settings settings, Seeds seeds) {
        return new Counter((CountingSettings) settings.over(defaults()), 0);
    }

    @Override
    public ControllerSource policy(Task task, Settings settings, byte[] state) {
        return policy(ByteBuffer.wrap(state).getLong());
    }

    private static ControllerSource policy(long steps) {
        return seed -> observation -> JointAction.of((int) (steps % 2), 1);
    }

    private static final class Counter implements Learner {
        private final CountingSettings settings;
        private long steps;

        Counter(CountingSettings settings, long steps) {
            this.settings = settings;
            this.steps = steps;
        }

        @Override
        public Optional<WarmStart> warmStart() {
            return steps == 0
                    ? Optional.of(new WarmStart("longest", 1, (played, progress) -> pretrain(played)))
                    : Optional.empty();
        }

        private Map<Metric, Double> pretrain(List<Trajectory> demonstrations) {
            count(demonstrations);
            return Map.of(Metric.CLONING_LOSS, 0.5);
        }

        @Override
        public int episodesPerRound() {
            return settings.episodesPerRound();
        }

        @Override
        public Controller behaviorPolicy(long seed) {
            return observation -> JointAction.of((int) Math.floorMod(seed, 2L), 0);
        }

        @Override
        public Map<Metric, Double> learn(List<Trajectory> round) {
            count(round);
            return Map.of(Metric.POLICY_LOSS, 1.0 / steps);
        }

        private void count(List<Trajectory> lived) {
            steps += lived.stream().mapToInt(Trajectory::length).sum();
        }

        @Override
        public ControllerSource policy() {
            return policy(steps);
        }

        private static ControllerSource policy(long steps) {
            return Counting.policy(steps);
        }

        @Override
        public byte[] save() {
            return ByteBuffer.allocate(Long.BYTES).putLong(steps).array();
        }

        @Override
        public void restore(byte[] state) {
            steps = ByteBuffer.wrap(state).getLong();
        }

        @Override
        public void close() {}
    }
}

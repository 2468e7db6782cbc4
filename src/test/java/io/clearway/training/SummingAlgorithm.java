package io.clearway.training;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Task;
import io.clearway.metric.Metric;
import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.JointAction;
import io.clearway.network.JointReward;
import io.clearway.network.Seeds;
import io.clearway.network.Trajectory;
import io.clearway.setting.Settings;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Learns nothing but the sum of all rewards; wants one lesson of two episodes and rounds of three. */
final class SummingAlgorithm implements Algorithm {
    record Options(int lessonEpisodes) {}

    @Override
    public String name() {
        return "summing";
    }

    @Override
    public String source() {
        return "test";
    }

    @Override
    public Record defaults() {
        return new Options(2);
    }

    @Override
    public Set<String> settingsOfPolicies() {
        return Set.of("lessonEpisodes");
    }

    @Override
    public Learner start(Task task, Settings settings, Seeds seeds) {
        return new Sum(0, false);
    }

    @Override
    public ControllerSource policy(Task task, Settings settings, byte[] state) {
        return new Sum(0, true).policy();
    }

    private static final class Sum implements Learner {
        private double sum;
        private boolean taught;

        Sum(double sum, boolean taught) {
            this.sum = sum;
            this.taught = taught;
        }

        @Override
        public Optional<WarmStart> warmStart() {
            return taught ? Optional.empty() : Optional.of(new WarmStart("always-heads", 2, this::pretrain));
        }

        private Map<Metric, Double> pretrain(List<Trajectory> demonstrations, PretrainingProgress progress) {
            taught = true;
            progress.over(PretrainingPart.POLICIES, 0, 2);
            progress.over(PretrainingPart.POLICIES, 2, 2);
            progress.over(PretrainingPart.VALUES, 0, 1);
            return learn(demonstrations);
        }

        @Override
        public int episodesPerRound() {
            return 3;
        }

        @Override
        public Controller behaviorPolicy(long seed) {
            var chance = new SplittableRandom(seed);
            return observation -> JointAction.of(chance.nextInt(2));
        }

        @Override
        public Map<Metric, Double> learn(List<Trajectory> round) {
            for (Trajectory episode : round) {
                sum = sum * 0.9
                        + episode.rewards().stream()
                                .mapToDouble(JointReward::sum)
                                .sum();
            }
            return Map.of(Metric.VALUE_LOSS, sum);
        }

        @Override
        public ControllerSource policy() {
            return seed -> observation -> JointAction.of(1);
        }

        @Override
        public byte[] save() {
            return ByteBuffer.allocate(Double.BYTES).putDouble(sum).array();
        }

        @Override
        public void restore(byte[] state) {
            sum = ByteBuffer.wrap(state).getDouble();
            taught = true;
        }

        @Override
        public void startFrom(byte[] state) {
            restore(state);
        }

        @Override
        public void close() {}
    }
}

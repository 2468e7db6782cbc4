package io.clearway.training;

import io.clearway.metric.Metric;
import io.clearway.metric.TravelReport;
import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Step;
import io.clearway.network.Trajectory;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.SeriesOverTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Plays episodes in an environment of its own, one after another. */
final class EpisodeRunner implements AutoCloseable {
    private static final double NANOS_PER_SECOND = 1e9;

    private final MeasuredEnvironment environment;

    EpisodeRunner(MeasuredEnvironment environment) {
        this.environment = environment;
    }

    /** Plays one episode; empty when it was stopped on the way. */
    Optional<PlayedEpisode> play(ControllerSource source, long seed, BooleanSupplier stop) {
        long began = System.nanoTime();
        Controller controller = source.fresh(seed);
        List<JointObservation> observations = new ArrayList<>();
        List<JointAction> actions = new ArrayList<>();
        List<JointReward> rewards = new ArrayList<>();
        JointObservation observation = environment.reset(seed);
        observations.add(observation.forLearners());
        boolean last = false;
        boolean terminated = false;
        while (!last) {
            if (stop.getAsBoolean()) {
                return Optional.empty();
            }
            JointAction action = controller.act(observation);
            Step step = environment.step(action);
            observation = step.observation();
            observations.add(observation.forLearners());
            actions.add(action);
            rewards.add(step.reward());
            last = step.last();
            terminated = step.terminated();
        }
        Map<Metric, Double> measurements = new EnumMap<>(environment.finish());
        measurements.put(Metric.WALL_SECONDS, (System.nanoTime() - began) / NANOS_PER_SECOND);
        return Optional.of(
                new PlayedEpisode(seed, new Trajectory(observations, actions, rewards, terminated), measurements));
    }

    /** Queue over the episode that was played last, as {@link MeasuredEnvironment#queueByMinute}. */
    List<Double> queueByMinute() {
        return environment.queueByMinute();
    }

    /** Measures of the episode that was played last, as {@link MeasuredEnvironment#travel}. */
    TravelReport travel() {
        return environment.travel();
    }

    /** What the episode that was played last did over its time, as {@link MeasuredEnvironment#series}. */
    List<SeriesOverTime> series() {
        return environment.series();
    }

    /** Name and version of the simulator. */
    String simulator() {
        return environment.simulator();
    }

    @Override
    public void close() {
        environment.close();
    }
}

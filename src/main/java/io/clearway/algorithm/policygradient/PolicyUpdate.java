package io.clearway.algorithm.policygradient;

import io.clearway.algorithm.Learner.PretrainingProgress;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.experience.EpisodeBuffer;
import io.clearway.metric.Metric;
import io.clearway.network.Seeds;
import io.clearway.neural.compute.ComputePool;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** How an algorithm improves an {@link ActorCritic} by real play: what distinguishes it from others. */
public interface PolicyUpdate extends AutoCloseable {
    /**
     * Adds demonstrations of a rule, before policies and values are pretrained on them.
     *
     * @param progress is told how far it is
     */
    default void pretrain(Round demonstrations, PretrainingProgress progress) {}

    /** Called once policies and values are pretrained on them too. */
    default void pretrained(Round demonstrations) {}

    /** Learns from what the present policies played. */
    void learn(Round round);

    /** T, the steps of its imagined rollouts; 0 without a model. */
    default int rolloutLength() {
        return 0;
    }

    /** Hops that its models hear; 0 without a model. */
    default int modelRadius() {
        return 0;
    }

    /** Writes its complete state besides policies and values, exactly. */
    default void writeTo(DataOutput out) throws IOException {}

    /** Takes over what {@link #writeTo} wrote. */
    default void readFrom(DataInput in) throws IOException {}

    @Override
    default void close() {}

    /**
     * A round of episodes.
     *
     * @param number of the rounds before, warm start included
     * @param episodes in order
     * @param measured receives what is measured
     * @param chance random numbers of this round
     */
    record Round(int number, List<EpisodeBuffer> episodes, Map<Metric, Double> measured, RandomGenerator chance) {}

    /**
     * What an update is made of.
     *
     * @param task to be learned
     * @param settings all of them
     * @param seeds of the run
     * @param pool computes; closed elsewhere
     * @param actorCritic to be improved; closed elsewhere
     * @param <S> the algorithm's settings
     */
    record Basis<S extends ActorCriticTerms>(
            Task task, S settings, Seeds seeds, ComputePool pool, ActorCritic actorCritic) {}
}

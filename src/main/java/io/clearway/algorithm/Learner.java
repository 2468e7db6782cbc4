package io.clearway.algorithm;

import io.clearway.metric.Metric;
import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.Trajectory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that learns from rounds of episodes. Used by one thread at a time, but for the controllers it hands out;
 * owns native memory until closed.
 */
public interface Learner extends AutoCloseable {
    /** The warm start it requires before its next own round; empty when it has none, or requires no more. */
    default Optional<WarmStart> warmStart() {
        return Optional.empty();
    }

    /** Episodes to be played before it learns. */
    int episodesPerRound();

    /** Episodes of a round in a row that meet the same traffic; a divisor of their number. */
    default int episodesPerSeed() {
        return 1;
    }

    /** A controller for one own episode, with exploration; valid until the next {@link #learn}. */
    Controller behaviorPolicy(long seed);

    /**
     * The same for a learner whose exploration depends on the place of the episode in its round.
     *
     * @param episode counted from 0
     */
    default Controller behaviorPolicy(int episode, long seed) {
        return behaviorPolicy(seed);
    }

    /** Learns from a round that {@link #behaviorPolicy}s played, in order; what it measured on the way. */
    Map<Metric, Double> learn(List<Trajectory> round);

    /** The policy as it is now, without exploration for its own sake; later learning does not change it. */
    ControllerSource policy();

    /** Everything needed to continue exactly from here: networks, optimizers, memory, counters. */
    byte[] save();

    /**
     * Takes over what {@link #save} gave, before anything was learned.
     *
     * @throws IllegalArgumentException when the state is damaged or of another task
     */
    void restore(byte[] state);

    /**
     * Begins with what another run learned, on this network or another one, before anything was learned here.
     *
     * @param state what that run's learner saved
     * @throws IllegalArgumentException when the state does not fit, or the algorithm cannot begin with one
     */
    default void startFrom(byte[] state) {
        throw new IllegalArgumentException(
                "This algorithm cannot start from the policy of another run; leave it out, or use one that can, such as es");
    }

    @Override
    void close();

    /**
     * Demonstrations of a rule controller.
     *
     * @param rule name of one of the scenario's controllers, or {@link #REFERENCE}
     * @param episodes how many
     * @param pretraining trains on the episodes that the rule played
     */
    record WarmStart(String rule, int episodes, Pretraining pretraining) {
        /** The scenario's own choice: the rule that its results are compared with. */
        public static final String REFERENCE = "reference";
    }

    /** Trains on the episodes that a rule played. */
    @FunctionalInterface
    interface Pretraining {
        /**
         * Trains.
         *
         * @param demonstrations in order
         * @param progress is told how far each part is
         * @return what was measured
         */
        Map<Metric, Double> apply(List<Trajectory> demonstrations, PretrainingProgress progress);
    }

    /** What is learned from demonstrations, each in epochs of its own. */
    enum PretrainingPart {
        /** The world model. */
        MODEL,
        /** The policies, which imitate the rule. */
        POLICIES,
        /** The values of the rule. */
        VALUES,
        /** Policies and values in the same epochs. */
        POLICIES_AND_VALUES
    }

    /** Is told how far pretraining is. */
    @FunctionalInterface
    interface PretrainingProgress {
        /** Nobody is told. */
        PretrainingProgress NONE = (part, done, planned) -> {};

        /**
         * A part begins, with none done, or has come further.
         *
         * @param done epochs that are over
         * @param planned epochs altogether
         */
        void over(PretrainingPart part, int done, int planned);
    }
}

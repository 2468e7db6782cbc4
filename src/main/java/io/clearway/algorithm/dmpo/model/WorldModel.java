package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.policygradient.DecentralizedPolicy;
import io.clearway.metric.Metric;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/** The model part of a learner: what is fitted to real play, and what rollouts are made in. */
public interface WorldModel extends AutoCloseable {
    /** Uses newer scales from now on. */
    void rescale(FeatureNormalizer.Frozen scales);

    /**
     * Line 7 of Algorithm 2: learns from D^E.
     *
     * @param updates gradient steps at most
     * @return the error one step ahead on play held out
     */
    ModelError fit(Replay replay, int updates, RandomGenerator chance);

    /** What rollouts branch off into. */
    JointModel imagination();

    /** Adds errors of longer rollouts on play held out. */
    void validate(Windows heldOut, Map<Metric, Double> measured, RandomGenerator chance);

    /**
     * Adds what theory says of the model, if anything, after a round's updates.
     *
     * @param policyShift ε_π: how far they moved the joint policy, as a total variation distance
     */
    default void bound(DoubleSupplier policyShift, Map<Metric, Double> measured) {}

    /** Writes all that was learned, exactly. */
    void writeTo(DataOutput out) throws IOException;

    /** Takes over what {@link #writeTo} wrote. */
    void readFrom(DataInput in) throws IOException;

    @Override
    void close();

    /** How a learner gets its world model. */
    interface Maker {
        /**
         * A model that knows nothing yet.
         *
         * @param policy acts in the rollouts; closed elsewhere
         */
        WorldModel make(ModelFactory parts, FeatureNormalizer scales, DecentralizedPolicy policy);
    }
}

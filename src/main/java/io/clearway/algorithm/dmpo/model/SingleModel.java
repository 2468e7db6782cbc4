package io.clearway.algorithm.dmpo.model;

import io.clearway.metric.Metric;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.random.RandomGenerator;

/** One local model per agent, whose prediction is used as it is: the world model of DMPO. */
public final class SingleModel implements WorldModel {
    private final LocalDynamics dynamics;
    private final DynamicsTraining training;

    public SingleModel(ModelFactory parts, FeatureNormalizer scales) {
        this.dynamics = parts.dynamics(scales, 0);
        this.training = parts.training(dynamics);
    }

    @Override
    public void rescale(FeatureNormalizer.Frozen scales) {
        dynamics.rescale(scales);
    }

    @Override
    public ModelError fit(Replay replay, int updates, RandomGenerator chance) {
        return training.fit(replay, updates, chance);
    }

    @Override
    public JointModel imagination() {
        return dynamics;
    }

    @Override
    public void validate(Windows heldOut, Map<Metric, Double> measured, RandomGenerator chance) {
        MultiStepError.of(dynamics, dynamics.shape(), dynamics.scales(), heldOut, chance)
                .report(measured);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        dynamics.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        dynamics.readFrom(in);
    }

    @Override
    public void close() {
        dynamics.close();
    }
}

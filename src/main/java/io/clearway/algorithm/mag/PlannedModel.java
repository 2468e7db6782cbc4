package io.clearway.algorithm.mag;

import io.clearway.algorithm.dmpo.model.DynamicsTraining;
import io.clearway.algorithm.dmpo.model.FeatureNormalizer;
import io.clearway.algorithm.dmpo.model.JointModel;
import io.clearway.algorithm.dmpo.model.LocalDynamics;
import io.clearway.algorithm.dmpo.model.ModelError;
import io.clearway.algorithm.dmpo.model.MultiStepError;
import io.clearway.algorithm.dmpo.model.Replay;
import io.clearway.algorithm.dmpo.model.StepError;
import io.clearway.algorithm.dmpo.model.Windows;
import io.clearway.algorithm.dmpo.model.WorldModel;
import io.clearway.algorithm.experience.JointShape;
import io.clearway.algorithm.policygradient.DecentralizedPolicy;
import io.clearway.metric.Metric;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.optimizer.Adam;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;

/** The world model of MAG: an ensemble of local models, what predicts their errors, and what plans with both. */
final class PlannedModel implements WorldModel {
    private final JointShape shape;
    private final List<LocalDynamics> members = new ArrayList<>();
    private final List<DynamicsTraining> trainings = new ArrayList<>();
    private final ModelEnsemble ensemble;
    private final ErrorPredictor errors;
    private final Adam errorAdam;
    private final int batch;
    private final ModelPlanner planner;
    private final double discount;
    /** Errors ε_m,t of planned rollouts when they were last evaluated; empty before. */
    private List<Double> rolloutErrors = List.of();

    PlannedModel(MagModelFactory parts, FeatureNormalizer scales, DecentralizedPolicy policy) {
        PlanningSettings planning = parts.planning();
        this.shape = parts.shape();
        for (int number = 0; number < planning.modelMembers(); number++) {
            LocalDynamics member = parts.models().dynamics(scales, number);
            members.add(member);
            trainings.add(parts.models().training(member));
        }
        this.ensemble = new ModelEnsemble(shape, List.copyOf(members));
        this.errors = parts.errors(scales);
        this.errorAdam = parts.errorAdam();
        this.batch = parts.models().settings().model().training().modelBatch();
        this.discount = parts.discount();
        this.planner = new ModelPlanner(shape, ensemble, errors, policy, parts.reach());
    }

    @Override
    public void rescale(FeatureNormalizer.Frozen scales) {
        members.forEach(member -> member.rescale(scales));
        errors.rescale(scales);
    }

    @Override
    public ModelError fit(Replay replay, int updates, RandomGenerator chance) {
        rolloutErrors = List.of();
        // Line 4: train the models on D_e.
        List<ModelError> validated = trainings.stream()
                .map(training -> training.fit(replay, updates, chance))
                .toList();
        // Line 5: train R̂_m on D_e; the authors take as many steps as for the models.
        if (replay.canValidate(1)) {
            for (int update = 0; update < updates; update++) {
                fitErrors(replay.sample(batch, 1, chance), chance);
            }
        }
        return ModelError.mean(validated);
    }

    /** One gradient step of the error predictor on real steps, the models' errors on them being the labels. */
    private void fitErrors(Windows windows, RandomGenerator chance) {
        errors.learn(windows.states(0), windows.actions(0), windows.next(0), labels(windows, chance), errorAdam);
    }

    /** ‖ô' − o'‖ + ‖R̂ − R‖ of drawn predictions. */
    private AgentTensor labels(Windows windows, RandomGenerator chance) {
        var drawn = ensemble.predict(windows.states(0), windows.legal(0), windows.actions(0), chance);
        return StepError.of(shape, scales(), drawn, windows.states(1), windows.rewards(0));
    }

    private FeatureNormalizer.Frozen scales() {
        return members.get(0).scales();
    }

    @Override
    public JointModel imagination() {
        return planner;
    }

    @Override
    public void validate(Windows heldOut, Map<Metric, Double> measured, RandomGenerator chance) {
        MultiStepError planned = MultiStepError.of(planner, shape, scales(), heldOut, chance);
        planned.report(measured);
        rolloutErrors = planned.joint();
        MultiStepError unplanned = MultiStepError.of(ensemble, shape, scales(), heldOut, chance);
        if (unplanned.length() >= MultiStepError.SHORT_HORIZON) {
            measured.put(Metric.UNPLANNED_ERROR_SUM_5, unplanned.sum(MultiStepError.SHORT_HORIZON));
        }
        if (unplanned.length() >= MultiStepError.LONG_HORIZON) {
            measured.put(Metric.UNPLANNED_ERROR_SUM_25, unplanned.sum(MultiStepError.LONG_HORIZON));
        }
        measured.put(Metric.ERROR_PREDICTION, predictionError(heldOut, chance));
    }

    @Override
    public void bound(DoubleSupplier policyShift, Map<Metric, Double> measured) {
        if (!rolloutErrors.isEmpty() && discount < 1) {
            double shift = policyShift.getAsDouble();
            measured.put(Metric.JOINT_POLICY_SHIFT, shift);
            measured.put(Metric.RETURN_GAP_BOUND, ReturnGap.of(discount, shift, rolloutErrors));
        }
    }

    /** Squared error of the predicted errors of first steps over their squared distance from their mean. */
    private double predictionError(Windows windows, RandomGenerator chance) {
        float[] truth = labels(windows, chance).values();
        float[] predicted = errors.of(windows.states(0), windows.actions(0), windows.next(0))
                .values();
        double mean = 0;
        for (float value : truth) {
            mean += value / truth.length;
        }
        double wrong = 0;
        double varied = 0;
        for (int row = 0; row < truth.length; row++) {
            wrong += Math.pow(predicted[row] - truth[row], 2);
            varied += Math.pow(truth[row] - mean, 2);
        }
        return varied == 0 ? wrong : wrong / varied;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        for (LocalDynamics member : members) {
            member.writeTo(out);
        }
        errors.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        for (LocalDynamics member : members) {
            member.readFrom(in);
        }
        errors.readFrom(in);
    }

    @Override
    public void close() {
        members.forEach(LocalDynamics::close);
        errors.close();
    }
}

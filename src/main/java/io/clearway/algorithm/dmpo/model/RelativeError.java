package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.experience.JointShape;

/** Errors of predictions for steps of some windows of real play, relative to how much that play varies. */
record RelativeError(JointShape shape, FeatureNormalizer.Frozen scales, Windows windows) {
    /** Error of what was predicted to follow a step, the first being 0. */
    ModelError of(Prediction predicted, int step) {
        return new ModelError(state(predicted, step), reward(predicted, step), legality(predicted, step));
    }

    private double state(Prediction predicted, int step) {
        float[] truth = windows.states(step + 1);
        float[] mean = meanOverBatch(truth);
        double wrong = 0;
        double varied = 0;
        for (int i = 0; i < truth.length; i++) {
            int feature = shape.feature(i, windows.batch());
            double deviation = scales.changeDeviation()[feature];
            wrong += Math.pow((predicted.states()[i] - truth[i]) / deviation, 2);
            varied += Math.pow((truth[i] - mean[feature]) / deviation, 2);
        }
        return varied == 0 ? wrong : wrong / varied;
    }

    /** Mean of each agent's each value. */
    private float[] meanOverBatch(float[] states) {
        float[] mean = new float[states.length / windows.batch()];
        for (int i = 0; i < states.length; i++) {
            mean[shape.feature(i, windows.batch())] += states[i] / windows.batch();
        }
        return mean;
    }

    private double reward(Prediction predicted, int step) {
        float[] truth = windows.rewards(step);
        double wrong = 0;
        double varied = 0;
        for (int row = 0; row < truth.length; row++) {
            int agent = row / windows.batch();
            wrong += Math.pow((predicted.rewards()[row] - truth[row]) / scales.rewardDeviation()[agent], 2);
            varied += Math.pow((truth[row] - scales.rewardMean()[agent]) / scales.rewardDeviation()[agent], 2);
        }
        return varied == 0 ? wrong : wrong / varied;
    }

    private double legality(Prediction predicted, int step) {
        boolean[] truth = windows.legal(step + 1);
        int wrong = 0;
        for (int i = 0; i < truth.length; i++) {
            wrong += truth[i] == predicted.legal()[i] ? 0 : 1;
        }
        return (double) wrong / Math.max(1, truth.length);
    }
}

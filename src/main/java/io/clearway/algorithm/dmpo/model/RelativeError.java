package io.clearway.algorithm.dmpo.model;

import io.clearway.neural.AgentTensor;

/** Errors of predictions for steps of some windows of real play, relative to how much that play varies. */
record RelativeError(FeatureNormalizer.Frozen scales, Windows windows) {
    /** Error of what was predicted to follow a step, the first being 0. */
    ModelError of(Prediction predicted, int step) {
        return new ModelError(state(predicted, step), reward(predicted, step), legality(predicted, step));
    }

    private double state(Prediction predicted, int step) {
        AgentTensor truth = windows.states(step + 1);
        AgentTensor mean = meanOverRows(truth);
        double wrong = 0;
        double varied = 0;
        for (int agent = 0; agent < truth.agents(); agent++) {
            for (int row = 0; row < truth.rows(); row++) {
                for (int value = 0; value < truth.width(); value++) {
                    double deviation = scales.changeDeviation().get(agent, 0, value);
                    float real = truth.get(agent, row, value);
                    wrong += Math.pow((predicted.states().get(agent, row, value) - real) / deviation, 2);
                    varied += Math.pow((real - mean.get(agent, 0, value)) / deviation, 2);
                }
            }
        }
        return varied == 0 ? wrong : wrong / varied;
    }

    /** Mean of each agent's each value. */
    private static AgentTensor meanOverRows(AgentTensor states) {
        AgentTensor mean = AgentTensor.zeros(states.agents(), 1, states.width());
        for (int agent = 0; agent < states.agents(); agent++) {
            for (int row = 0; row < states.rows(); row++) {
                for (int value = 0; value < states.width(); value++) {
                    float share = states.get(agent, row, value) / states.rows();
                    mean.set(agent, 0, value, mean.get(agent, 0, value) + share);
                }
            }
        }
        return mean;
    }

    private double reward(Prediction predicted, int step) {
        AgentTensor truth = windows.rewards(step);
        double wrong = 0;
        double varied = 0;
        for (int agent = 0; agent < truth.agents(); agent++) {
            for (int row = 0; row < truth.rows(); row++) {
                if (!windows.terminated(step, row)) {
                    double real = scales.standardizedReward(agent, truth.get(agent, row, 0));
                    double thought =
                            scales.standardizedReward(agent, predicted.rewards().get(agent, row, 0));
                    wrong += Math.pow(thought - real, 2);
                    varied += real * real;
                }
            }
        }
        return varied == 0 ? wrong : wrong / varied;
    }

    private double legality(Prediction predicted, int step) {
        boolean[] truth = windows.legal(step + 1).values();
        int wrong = 0;
        for (int i = 0; i < truth.length; i++) {
            wrong += truth[i] == predicted.legal().values()[i] ? 0 : 1;
        }
        return (double) wrong / Math.max(1, truth.length);
    }
}

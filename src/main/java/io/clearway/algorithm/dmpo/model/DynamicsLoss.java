package io.clearway.algorithm.dmpo.model;

import io.clearway.neural.AgentTensor;

/**
 * The model's loss of one step and its gradients with respect to the network's outputs (Ma et al. 2024, Eq. 6, with the
 * reward and termination terms of the authors' code and one for the mask): per agent, (1/w) ‖(ŝ' − s')/σ_Δ‖² + c_r ((r̂
 * − r)/σ_r)² + BCE(d̂, d) + Σ over actions of BCE, where an end's reward and that of staying after it have outputs of
 * their own: a collision's reward tells nothing of driving.
 *
 * @param rewardWeight c_r
 */
record DynamicsLoss(double rewardWeight) {
    /**
     * Adds to the gradients for one step of some windows.
     *
     * @param fed what the model was given and gave
     * @param carried gradient of later steps' losses with respect to this step's predicted states; becomes the gradient
     *     of all losses with respect to the states before they were kept within range
     * @param gradients with respect to the network's outputs, filled
     * @return the loss of this step, weighted, summed over agents
     */
    double addStep(LocalDynamics dynamics, Windows windows, Fed fed, AgentTensor carried, AgentTensor gradients) {
        double loss = states(dynamics, windows, fed, carried, gradients);
        for (int agent = 0; agent < dynamics.shape().agents(); agent++) {
            for (int row = 0; row < windows.batch(); row++) {
                loss += heads(dynamics, windows, fed, gradients, agent, row);
            }
        }
        return loss;
    }

    /**
     * What a step started from and gave.
     *
     * @param step of the windows
     * @param states that the model was given
     * @param raw the network's outputs for them
     * @param weight of the step
     */
    record Fed(int step, AgentTensor states, AgentTensor raw, double weight) {}

    private static double states(
            LocalDynamics dynamics, Windows windows, Fed fed, AgentTensor carried, AgentTensor gradients) {
        var scales = dynamics.scales();
        AgentTensor truth = windows.states(fed.step() + 1);
        int width = truth.width();
        double loss = 0;
        for (int agent = 0; agent < truth.agents(); agent++) {
            for (int row = 0; row < truth.rows(); row++) {
                for (int value = 0; value < width; value++) {
                    float predicted = dynamics.free(fed.states(), fed.raw(), agent, row, value);
                    double deviation = scales.changeDeviation().get(agent, 0, value);
                    double error = (predicted - truth.get(agent, row, value)) / deviation;
                    loss += fed.weight() / width * error * error;
                    boolean kept = predicted == scales.withinRange(agent, value, predicted);
                    double gradient =
                            2 * fed.weight() / width * error / deviation + (kept ? carried.get(agent, row, value) : 0);
                    carried.set(agent, row, value, (float) gradient);
                    gradients.set(agent, row, value, (float) (gradient * deviation));
                }
            }
        }
        return loss;
    }

    private double heads(LocalDynamics dynamics, Windows windows, Fed fed, AgentTensor gradients, int agent, int row) {
        var scales = dynamics.scales();
        var shape = dynamics.shape();
        int at = gradients.at(agent, row, shape.width());
        int step = fed.step();
        double weight = fed.weight();
        boolean ends = windows.terminated(step, row);
        float reward = windows.rewards(step).get(agent, row, 0);
        double loss = 0;
        if (ends) {
            double ending = scales.standardizedReward(agent, reward);
            double staying = scales.standardizedReward(agent, windows.staying().get(agent, row, 0));
            loss += squaredError(fed, at + LocalDynamics.ENDING, ending, gradients);
            loss += squaredError(fed, at + LocalDynamics.STAYING, staying, gradients);
        } else {
            loss += squaredError(fed, at + LocalDynamics.REWARD, scales.standardizedReward(agent, reward), gradients);
        }
        loss += crossEntropy(fed.raw(), at + LocalDynamics.TERMINATION, ends, weight, gradients);
        for (int action = 0; action < shape.actionsOf(agent); action++) {
            boolean legal = windows.legal(step + 1).legal(agent, row, action);
            loss += crossEntropy(fed.raw(), at + LocalDynamics.HEADS + action, legal, weight, gradients);
        }
        return loss;
    }

    private double squaredError(Fed fed, int at, double truth, AgentTensor gradients) {
        double weight = fed.weight() * rewardWeight;
        double error = fed.raw().values()[at] - truth;
        gradients.values()[at] = (float) (2 * weight * error);
        return weight * error * error;
    }

    private static double crossEntropy(
            AgentTensor logits, int at, boolean truth, double weight, AgentTensor gradients) {
        double logit = logits.values()[at];
        gradients.values()[at] = (float) (weight * (LocalDynamics.sigmoid(logit) - (truth ? 1 : 0)));
        return weight * (Math.max(logit, 0) - (truth ? logit : 0) + Math.log1p(Math.exp(-Math.abs(logit))));
    }
}

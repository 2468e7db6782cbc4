package io.clearway.algorithm.dmpo.model;

/**
 * The model's loss of one step and its gradients with respect to the network's outputs (Ma et al. 2024, Eq. 6, with the
 * reward and termination terms of the authors' code and one for the mask): per agent, (1/w) ‖(ŝ' − s')/σ_Δ‖² + c_r ((r̂
 * − r)/σ_r)² + BCE(d̂, d) + Σ over actions of BCE.
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
    double addStep(LocalDynamics dynamics, Windows windows, int step, Fed fed, float[] carried, float[] gradients) {
        double loss = states(dynamics, windows, step, fed, carried, gradients);
        int batch = windows.batch();
        for (int row = 0; row < dynamics.shape().agents() * batch; row++) {
            loss += heads(dynamics, windows, step, fed, gradients, row);
        }
        return loss;
    }

    /**
     * What a step started from and gave.
     *
     * @param states that the model was given
     * @param raw the network's outputs for them
     * @param weight of the step
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    record Fed(float[] states, float[] raw, double weight) {}

    private static double states(
            LocalDynamics dynamics, Windows windows, int step, Fed fed, float[] carried, float[] gradients) {
        var scales = dynamics.scales();
        int width = dynamics.shape().width();
        int outputs = LocalDynamics.outputs(dynamics.shape());
        float[] truth = windows.states(step + 1);
        double loss = 0;
        for (int i = 0; i < truth.length; i++) {
            int feature = dynamics.shape().feature(i, windows.batch());
            float predicted = dynamics.free(fed.states(), fed.raw(), i, windows.batch());
            double deviation = scales.changeDeviation()[feature];
            double error = (predicted - truth[i]) / deviation;
            loss += fed.weight() / width * error * error;
            boolean kept = predicted >= scales.lowest()[feature] && predicted <= scales.highest()[feature];
            double gradient = 2 * fed.weight() / width * error / deviation + (kept ? carried[i] : 0);
            carried[i] = (float) gradient;
            gradients[i / width * outputs + i % width] = (float) (gradient * deviation);
        }
        return loss;
    }

    private double heads(LocalDynamics dynamics, Windows windows, int step, Fed fed, float[] gradients, int row) {
        var scales = dynamics.scales();
        var shape = dynamics.shape();
        int agent = row / windows.batch();
        int at = row * LocalDynamics.outputs(shape) + shape.width();
        double weight = fed.weight();
        double reward = (windows.rewards(step)[row] - scales.rewardMean()[agent]) / scales.rewardDeviation()[agent];
        double error = fed.raw()[at] - reward;
        gradients[at] = (float) (2 * weight * rewardWeight * error);
        double loss = weight * rewardWeight * error * error;
        boolean ended = windows.terminated(step)[row % windows.batch()];
        loss += crossEntropy(fed.raw(), at + 1, ended, weight, gradients);
        int actions = shape.actionsOf(agent);
        for (int action = 0; action < actions; action++) {
            boolean legal = windows.legal(step + 1)[row * shape.actions() + action];
            loss += crossEntropy(fed.raw(), at + 2 + action, legal, weight, gradients);
        }
        return loss;
    }

    private static double crossEntropy(float[] logits, int at, boolean truth, double weight, float[] gradients) {
        double logit = logits[at];
        gradients[at] = (float) (weight * (LocalDynamics.sigmoid(logit) - (truth ? 1 : 0)));
        return weight * (Math.max(logit, 0) - (truth ? logit : 0) + Math.log1p(Math.exp(-Math.abs(logit))));
    }
}

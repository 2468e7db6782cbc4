package io.clearway.algorithm.dmpo.model;

import io.clearway.neural.optimizer.Adam;
import java.util.random.RandomGenerator;

/** Fits the local dynamics to real play by Eq. (6) over windows of several steps, and judges it on held-out play. */
public final class DynamicsTraining {
    /** Gradient steps between two looks at the held-out error. */
    private static final int JUDGE_EVERY = 25;
    /** Looks without a better error that end the training. */
    private static final int PATIENCE = 20;

    private final LocalDynamics dynamics;
    private final DynamicsLoss loss;
    private final int batch;
    private final int window;
    private final Adam adam;

    /**
     * @param batch windows per gradient step
     * @param window steps that the model predicts on before it sees a true state again
     */
    DynamicsTraining(LocalDynamics dynamics, DynamicsLoss loss, int batch, int window, Adam adam) {
        this.dynamics = dynamics;
        this.loss = loss;
        this.batch = batch;
        this.window = window;
        this.adam = adam;
    }

    /** Takes gradient steps until they are done or the held-out error stops falling; the error then. */
    public ModelError fit(Replay replay, int updates, RandomGenerator chance) {
        if (!replay.canJudge(window)) {
            return ModelError.UNKNOWN;
        }
        Windows heldOut = replay.heldOut(batch, 1, chance);
        double best = Double.POSITIVE_INFINITY;
        int worse = 0;
        for (int update = 1; update <= updates && worse < PATIENCE; update++) {
            improve(replay.sample(batch, window, chance));
            if (update % JUDGE_EVERY == 0) {
                double error = judge(heldOut, chance).sum();
                worse = error < best ? 0 : worse + 1;
                best = Math.min(best, error);
            }
        }
        return judge(heldOut, chance);
    }

    /** One gradient step; the loss before it, summed over agents. */
    double improve(Windows windows) {
        double before = differentiate(windows);
        dynamics.step(adam);
        return before;
    }

    /** Gradients of the windows' loss, through all their steps; the loss. */
    double differentiate(Windows windows) {
        int steps = windows.length();
        float[][] fed = new float[steps + 1][];
        float[][] raw = new float[steps][];
        fed[0] = windows.states(0);
        for (int step = 0; step < steps; step++) {
            raw[step] = raw(windows, step, fed[step]);
            fed[step + 1] = dynamics.advance(fed[step], raw[step], windows.batch());
        }
        float[][] gradients = new float[steps][raw[0].length];
        float[] carried = new float[fed[0].length];
        double sum = 0;
        double weight = 1.0 / (windows.batch() * steps);
        for (int step = steps - 1; step >= 0; step--) {
            var at = new DynamicsLoss.Fed(fed[step], raw[step], weight);
            sum += loss.addStep(dynamics, windows, step, at, carried, gradients[step]);
            if (step > 0) {
                carryBack(windows, step, fed[step], carried, gradients[step]);
            }
        }
        differentiateAll(windows, fed, gradients);
        return sum;
    }

    private float[] raw(Windows windows, int step, float[] fed) {
        return dynamics.raw(fed, windows.legal(step), windows.actions(step), windows.batch());
    }

    /** From the gradient of a step's outputs to that of the states it was given. */
    private void carryBack(Windows windows, int step, float[] fed, float[] carried, float[] gradients) {
        if (step < windows.length() - 1) {
            raw(windows, step, fed);
        }
        float[] through = dynamics.backward(gradients, true, windows.batch());
        for (int i = 0; i < carried.length; i++) {
            carried[i] += through[i];
        }
    }

    /** Networks keep the gradients of one forward only, so all steps go through once more, side by side. */
    private void differentiateAll(Windows windows, float[][] fed, float[][] gradients) {
        int steps = windows.length();
        int each = windows.batch();
        if (steps == 1) {
            dynamics.backward(gradients[0], false, each);
            return;
        }
        SideBySide lay = new SideBySide(dynamics.shape().agents(), steps, each);
        dynamics.raw(
                lay.floats(step -> fed[step], dynamics.shape().width()),
                lay.booleans(windows::legal, dynamics.shape().actions()),
                lay.floats(windows::actions, 1),
                steps * each);
        dynamics.backward(
                lay.floats(step -> gradients[step], LocalDynamics.outputs(dynamics.shape())), false, steps * each);
    }

    /** Error of the last of the windows' steps, the model having gone on from its own predictions until there. */
    ModelError judge(Windows windows, RandomGenerator chance) {
        return MultiStepError.of(dynamics, dynamics.shape(), dynamics.scales(), windows, chance)
                .at(windows.length());
    }
}

package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.experience.ActionMasks;
import io.clearway.neural.AgentTensor;
import io.clearway.neural.optimizer.Adam;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Fits the local dynamics to real play by Eq. (6) over windows of several steps, and validates it on held-out play. */
public final class DynamicsTraining {
    /** Gradient steps between two validations. */
    private static final int VALIDATE_EVERY = 25;
    /** Validations without a better error that end the training. */
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
        if (!replay.canValidate(window)) {
            return ModelError.UNKNOWN;
        }
        Windows heldOut = replay.heldOut(batch, 1, chance);
        double best = Double.POSITIVE_INFINITY;
        int worse = 0;
        for (int update = 1; update <= updates && worse < PATIENCE; update++) {
            improve(replay.sample(batch, window, chance));
            if (update % VALIDATE_EVERY == 0) {
                double error = validate(heldOut, chance).sum();
                worse = error < best ? 0 : worse + 1;
                best = Math.min(best, error);
            }
        }
        return validate(heldOut, chance);
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
        List<AgentTensor> fed = new ArrayList<>(List.of(windows.states(0)));
        List<AgentTensor> raw = new ArrayList<>();
        List<AgentTensor> gradients = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            raw.add(raw(windows, step, fed.get(step)));
            fed.add(dynamics.advance(fed.get(step), raw.get(step)));
            gradients.add(raw.get(step).zerosLike());
        }
        AgentTensor carried = windows.states(0).zerosLike();
        double sum = 0;
        double weight = 1.0 / (windows.batch() * steps);
        for (int step = steps - 1; step >= 0; step--) {
            var at = new DynamicsLoss.Fed(step, fed.get(step), raw.get(step), weight);
            sum += loss.addStep(dynamics, windows, at, carried, gradients.get(step));
            if (step > 0) {
                carryBack(windows, at, carried, gradients.get(step));
            }
        }
        differentiateAll(windows, fed.subList(0, steps), gradients);
        return sum;
    }

    private AgentTensor raw(Windows windows, int step, AgentTensor fed) {
        return dynamics.raw(fed, windows.legal(step), windows.actions(step));
    }

    /** From the gradient of a step's outputs to that of the states it was given. */
    private void carryBack(Windows windows, DynamicsLoss.Fed fed, AgentTensor carried, AgentTensor gradients) {
        if (fed.step() < windows.length() - 1) {
            raw(windows, fed.step(), fed.states());
        }
        float[] through = dynamics.backwardToStates(gradients).values();
        float[] sums = carried.values();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += through[i];
        }
    }

    /** Networks keep the gradients of one forward only, so all steps are computed once more, as one batch. */
    private void differentiateAll(Windows windows, List<AgentTensor> fed, List<AgentTensor> gradients) {
        int steps = windows.length();
        if (steps == 1) {
            dynamics.backward(gradients.get(0));
            return;
        }
        dynamics.raw(
                AgentTensor.stack(fed),
                ActionMasks.stack(
                        IntStream.range(0, steps).mapToObj(windows::legal).toList()),
                AgentTensor.stack(
                        IntStream.range(0, steps).mapToObj(windows::actions).toList()));
        dynamics.backward(AgentTensor.stack(gradients));
    }

    /** Error of the last of the windows' steps, the model having continued from its own predictions until then. */
    ModelError validate(Windows windows, RandomGenerator chance) {
        return MultiStepError.of(dynamics, dynamics.shape(), dynamics.scales(), windows, chance)
                .at(windows.length());
    }
}

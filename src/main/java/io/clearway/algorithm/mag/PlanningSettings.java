package io.clearway.algorithm.mag;

import static io.clearway.setting.Bounds.atLeast;
import static io.clearway.setting.Bounds.layers;
import static io.clearway.setting.Bounds.positive;

import java.util.List;

/**
 * Settings of what the local models draw from and how they plan.
 *
 * @param modelMembers local models per agent, of which each prediction is drawn
 * @param candidates L: random rollouts among which a prediction is chosen
 * @param planLength H: steps of each
 * @param choiceRadius hops whose agents' predicted errors an agent's choice counts; −1 for all, so that all choose the
 *     same rollout
 * @param errorHidden units of the hidden layers of the model-reward predictor
 * @param errorRate its learning rate
 */
public record PlanningSettings(
        int modelMembers,
        int candidates,
        int planLength,
        int choiceRadius,
        List<Integer> errorHidden,
        double errorRate) {
    /** Chosen for few episodes and two cores. */
    public static final PlanningSettings DEFAULTS = new PlanningSettings(3, 4, 3, -1, List.of(64, 64), 1e-3);

    public PlanningSettings {
        errorHidden = List.copyOf(errorHidden);
        atLeast("modelMembers", modelMembers, 1);
        atLeast("candidates", candidates, 1);
        atLeast("planLength", planLength, 1);
        atLeast("choiceRadius", choiceRadius, -1);
        layers("errorHidden", errorHidden);
        positive("errorRate", errorRate);
    }
}

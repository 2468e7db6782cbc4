package io.clearway.scenario.combined;

import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import java.util.ArrayList;
import java.util.List;

/**
 * A controller for each scenario.
 *
 * @param parts in the order of the scenarios
 */
record CombinedController(List<Controller> parts) implements Controller {
    @Override
    public JointAction act(JointObservation observation) {
        List<JointObservation> seen = CombinedObservation.parts(observation);
        List<JointAction> actions = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            actions.add(parts.get(part).act(seen.get(part)));
        }
        return JointAction.joined(actions);
    }
}

package io.clearway.scenario;

import io.clearway.network.Controller;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Plays episodes and writes them down as plain values. */
final class Episodes {
    /** All that the agents saw, might do, did and got, decision by decision. */
    static List<List<Object>> play(MeasuredEnvironment environment, Controller controller, long seed, int decisions) {
        List<List<Object>> record = new ArrayList<>();
        JointObservation seen = environment.reset(seed);
        for (int decision = 0; decision < decisions; decision++) {
            JointAction action = controller.act(seen);
            Step step = environment.step(action);
            record.add(List.of(seen.toString(), action, step.reward().sum()));
            seen = step.observation();
        }
        return record;
    }

    /** One of the scenario's rules. */
    static Controller rule(Scenario scenario, String name, long seed) {
        return Objects.requireNonNull(scenario.controllers().get(name), name).fresh(seed);
    }

    private Episodes() {}
}

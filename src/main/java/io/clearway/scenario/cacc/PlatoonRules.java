package io.clearway.scenario.cacc;

import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.JointAction;
import io.clearway.scenario.cacc.Platoon.Gains;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * The actions of a vehicle, and the rules that platoons are compared with: the same action for all, or a random one.
 */
final class PlatoonRules {
    /** Gains by action (Chu et al. 2020). */
    static final List<Gains> ACTIONS =
            List.of(new Gains(0, 0), new Gains(0.5, 0), new Gains(0, 0.5), new Gains(0.5, 0.5));

    /** The rule that is hard to beat. */
    static final String BOTH = "constant-0.5-0.5";

    private PlatoonRules() {}

    /** All rules by name. */
    static Map<String, ControllerSource> all() {
        Map<String, ControllerSource> rules = new TreeMap<>();
        rules.put("constant-0-0", seed -> always(0));
        rules.put("constant-0.5-0", seed -> always(1));
        rules.put("constant-0-0.5", seed -> always(2));
        rules.put(BOTH, seed -> always(ACTIONS.size() - 1));
        rules.put("random", seed -> random(new SplittableRandom(seed)));
        return rules;
    }

    private static Controller always(int action) {
        return observation -> {
            int[] choices = new int[observation.agents()];
            Arrays.fill(choices, action);
            return JointAction.of(choices);
        };
    }

    private static Controller random(RandomGenerator chance) {
        return observation -> JointAction.of(
                chance.ints(observation.agents(), 0, ACTIONS.size()).toArray());
    }
}

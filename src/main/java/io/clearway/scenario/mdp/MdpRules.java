package io.clearway.scenario.mdp;

import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.JointAction;
import io.clearway.scenario.SensedObservation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;

/** The rules that learners are compared with; they know the MDP. */
final class MdpRules {
    /** The best joint play there is. */
    static final String OPTIMUM = "optimum";

    private static final int SOLUTIONS_KEPT = 8;

    private final Map<MdpProblem, ProductPolicy> optima = newestOnly();
    private final Map<MdpProblem, ProductPolicy> turns = newestOnly();

    private static Map<MdpProblem, ProductPolicy> newestOnly() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<MdpProblem, ProductPolicy> eldest) {
                return size() > SOLUTIONS_KEPT;
            }
        };
    }

    /** All rules by name. */
    Map<String, ControllerSource> all() {
        Map<String, ControllerSource> rules = new TreeMap<>();
        rules.put("random", MdpRules::random);
        rules.put("in-turns", seed -> following(this::inTurns));
        rules.put(OPTIMUM, seed -> following(this::optimum));
        return rules;
    }

    private synchronized ProductPolicy optimum(MdpProblem problem) {
        return optima.computeIfAbsent(problem, one -> improvement(one).optimum());
    }

    private synchronized ProductPolicy inTurns(MdpProblem problem) {
        return turns.computeIfAbsent(
                problem,
                one -> improvement(one)
                        .inTurns(ProductPolicy.uniform(improvement(one).values().mdp())));
    }

    private static PolicyImprovement improvement(MdpProblem problem) {
        return new PolicyImprovement(new ExactValues(problem.draw(), problem.discount()));
    }

    private static Controller following(Function<MdpProblem, ProductPolicy> solution) {
        return observation -> {
            MdpReadings readings =
                    SensedObservation.readings(observation, MdpReadings.class).get(0);
            ProductPolicy policy = solution.apply(readings.problem());
            int[] choices = new int[observation.agents()];
            for (int agent = 0; agent < choices.length; agent++) {
                choices[agent] = policy.greedy(agent, readings.state());
            }
            return JointAction.of(choices);
        };
    }

    private static Controller random(long seed) {
        var chance = new SplittableRandom(seed);
        return observation -> {
            int[] choices = new int[observation.agents()];
            for (int agent = 0; agent < choices.length; agent++) {
                choices[agent] = chance.nextInt(observation.legal(agent).length);
            }
            return JointAction.of(choices);
        };
    }
}

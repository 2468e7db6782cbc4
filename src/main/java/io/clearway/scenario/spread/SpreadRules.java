package io.clearway.scenario.spread;

import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.scenario.SensedObservation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** The rules that learners are compared with; none of them looks at other agents. */
final class SpreadRules {
    /** The rule that is hard to beat. */
    static final String DAMPED = "proportional-derivative";

    private static final double STIFFNESS = 50;
    private static final double FRICTION = 10;

    private SpreadRules() {}

    /** How an agent's way to go and velocity along an axis become a force. */
    private interface Law {
        double force(double toTarget, double velocity);
    }

    /** All rules by name. */
    static Map<String, ControllerSource> all() {
        Map<String, ControllerSource> rules = new TreeMap<>();
        rules.put("still", seed -> rule((toTarget, velocity) -> 0));
        rules.put("straight", seed -> rule((toTarget, velocity) -> Forces.STRONGEST * Math.signum(toTarget)));
        rules.put(DAMPED, seed -> rule((toTarget, velocity) -> STIFFNESS * toTarget - FRICTION * velocity));
        rules.put("random", seed -> random(new Seeds(seed).generator("random rule", 0)));
        return rules;
    }

    private static Controller rule(Law law) {
        return observation -> {
            List<SpreadReadings> agents = SensedObservation.readings(observation, SpreadReadings.class);
            double[] forces = new double[2 * agents.size()];
            for (int agent = 0; agent < agents.size(); agent++) {
                SpreadReadings one = agents.get(agent);
                forces[2 * agent] = law.force(one.toTargetX(), one.velocityX());
                forces[2 * agent + 1] = law.force(one.toTargetY(), one.velocityY());
            }
            return Forces.action(forces);
        };
    }

    private static Controller random(RandomGenerator chance) {
        return observation ->
                Forces.action(chance.doubles(2L * observation.agents(), -Forces.STRONGEST, Forces.STRONGEST)
                        .toArray());
    }
}

package io.clearway.scenario.flow;

import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.scenario.SensedObservation;
import io.clearway.scenario.flow.FlowSettings.Control;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** The rules that vehicles on closed roads are compared with. */
final class FlowRules {
    /** No control: the drivers drive. */
    static final String DRIVERS = "idm";

    /** One vehicle damps the waves of the others. */
    static final String FOLLOWER_STOPPER = "follower-stopper";

    /** Standard deviation of the accelerations of a policy that has not learned anything yet (Ma et al. 2024). */
    private static final double UNTRAINED = 0.607;

    private FlowRules() {}

    /**
     * A rule.
     *
     * @param control what controls the vehicles while it is evaluated
     * @param source makes it
     */
    record Rule(Control control, ControllerSource source) {}

    /** Name of the rule that always commands the same acceleration, in whole m/s². */
    static String accelerate(double acceleration) {
        return "accelerate-" + Math.round(acceleration);
    }

    /** All rules of a problem by name. */
    static Map<String, Rule> of(FlowDefinition definition) {
        Map<String, Rule> rules = new TreeMap<>();
        double bound = definition.goal().acceleration();
        IntelligentDriver driver = new IntelligentDriver(definition.traffic());
        rules.put(
                DRIVERS,
                new Rule(Control.DRIVERS, seed -> each((vehicle, readings) -> drive(driver, readings), bound)));
        for (double acceleration : definition.rules().accelerations()) {
            rules.put(accelerate(acceleration), byAgents(each((vehicle, readings) -> acceleration, bound)));
        }
        rules.put("random", new Rule(Control.AGENTS, seed -> untrained(new SplittableRandom(seed), bound)));
        if (definition.rules().followerStopper()) {
            rules.put(FOLLOWER_STOPPER, byAgents(each((vehicle, readings) -> damp(driver, vehicle, readings), bound)));
        }
        return rules;
    }

    /** For deterministic rules without memory. */
    private static Rule byAgents(Controller controller) {
        return new Rule(Control.AGENTS, seed -> controller);
    }

    private static double drive(IntelligentDriver driver, VehicleReadings readings) {
        return driver.acceleration(readings.speed(), readings.gap(), readings.leaderSpeed());
    }

    /**
     * As in the experiment of Stern et al., one vehicle among drivers holds the FollowerStopper. Its desired speed is
     * that of uniform traffic on this road.
     */
    private static double damp(IntelligentDriver driver, int vehicle, VehicleReadings readings) {
        if (vehicle > 0) {
            return drive(driver, readings);
        }
        double uniform =
                driver.uniformSpeed(readings.spacing() - driver.traffic().type().lengthMeters());
        double command = new FollowerStopper(uniform).command(readings.speed(), readings.gap(), readings.leaderSpeed());
        return (command - readings.speed()) / FlowDefinition.STEP_SECONDS;
    }

    private static Controller untrained(RandomGenerator chance, double bound) {
        return each((vehicle, readings) -> UNTRAINED * chance.nextGaussian(), bound);
    }

    private static Controller each(Law law, double bound) {
        return observation -> act(observation, law, bound);
    }

    private static JointAction act(JointObservation observation, Law law, double bound) {
        List<VehicleReadings> readings = SensedObservation.readings(observation, VehicleReadings.class);
        double[] accelerations = new double[readings.size()];
        Arrays.setAll(accelerations, vehicle -> {
            double wanted = law.acceleration(vehicle, readings.get(vehicle));
            return Math.max(-bound, Math.min(bound, wanted));
        });
        return JointAction.ofValues(accelerations);
    }

    /** How a vehicle accelerates, in m/s². */
    private interface Law {
        double acceleration(int vehicle, VehicleReadings readings);
    }
}

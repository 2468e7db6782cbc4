package io.clearway.scenario.power.distribution;

import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.JointAction;
import io.clearway.network.Seeds;
import io.clearway.scenario.SensedObservation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** The rules that learners are compared with. */
final class PowerNetRules {
    /** The rule that nobody can beat who minimizes losses within the band: it knows the model and all loads. */
    static final String OPTIMAL = "opf";

    private static final double DEAD_BAND = 0.02;
    private static final double FULL = 0.08;

    private PowerNetRules() {}

    /** All rules by name. */
    static Map<String, ControllerSource> all(PowerNet net) {
        Map<String, ControllerSource> rules = new TreeMap<>();
        rules.put("none", seed -> rule(inverter -> 0));
        rules.put("droop", seed -> rule(inverter -> inverter.scale() * voltVar(inverter.voltage())));
        rules.put("random", seed -> random(new Seeds(seed).generator("random rule", 0)));
        rules.put(OPTIMAL, seed -> optimal(new OptimalPowerFlow(net)));
        return rules;
    }

    /**
     * The volt-var curve of IEEE 1547-2018, category B, with its default voltages: all at 0.92 pu and below, nothing
     * from 0.98 to 1.02 pu, all the other way from 1.08 pu on.
     *
     * @return share of the reactive power that may be used, −1 to 1
     */
    static double voltVar(double voltage) {
        double off = 1 - voltage;
        double beyond = Math.max(0, Math.abs(off) - DEAD_BAND) / (FULL - DEAD_BAND);
        return Math.signum(off) * Math.min(1, beyond);
    }

    private static Controller rule(ToDoubleFunction<InverterState> share) {
        return observation -> action(SensedObservation.readings(observation, ZoneReadings.class), share);
    }

    private static Controller random(RandomGenerator chance) {
        return rule(inverter -> inverter.scale() * (2 * chance.nextDouble() - 1));
    }

    private static Controller optimal(OptimalPowerFlow problem) {
        return observation -> {
            List<ZoneReadings> zones = SensedObservation.readings(observation, ZoneReadings.class);
            double[] limits = new double[problem.inverters()];
            zones.forEach(zone -> zone.inverters()
                    .forEach(inverter -> limits[inverter.number()] = inverter.scale() * inverter.room()));
            double[] reactive = problem.solve(zones.get(0).inputs(), limits);
            return action(zones, inverter -> share(reactive[inverter.number()], inverter));
        };
    }

    private static double share(double reactive, InverterState inverter) {
        double share = inverter.room() == 0 ? 0 : reactive / inverter.room();
        return Math.max(-inverter.scale(), Math.min(inverter.scale(), share));
    }

    private static JointAction action(List<ZoneReadings> zones, ToDoubleFunction<InverterState> share) {
        return JointAction.ofVectors(zones.stream()
                .map(zone -> zone.inverters().stream().mapToDouble(share).toArray())
                .toArray(double[][]::new));
    }
}

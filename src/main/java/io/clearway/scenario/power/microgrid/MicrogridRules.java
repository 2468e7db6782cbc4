package io.clearway.scenario.power.microgrid;

import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.JointObservation;
import io.clearway.network.Seeds;
import io.clearway.scenario.SensedObservation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** The rules that learners are compared with. Each inverter decides by its own terminal alone. */
final class MicrogridRules {
    /** The rule that is hard to beat. */
    static final String PROPORTIONAL = "proportional";

    private static final double GAIN = 1.25;

    private MicrogridRules() {}

    /** All rules by name. */
    static Map<String, ControllerSource> all() {
        Map<String, ControllerSource> rules = new TreeMap<>();
        rules.put("constant-490", seed -> rule(inverter -> 490));
        rules.put("constant-515", seed -> rule(inverter -> 515));
        rules.put("constant-535", seed -> rule(inverter -> 535));
        // makes up for its own droop: what is below the nominal voltage is what reactive power takes
        rules.put("droop-compensation", seed -> rule(inverter -> MicrogridDynamics.NOMINAL_VOLTAGE + inverter.droop()));
        rules.put(PROPORTIONAL, seed -> rule(MicrogridRules::towardNominal));
        rules.put("random", seed -> random(new Seeds(seed).generator("random rule", 0)));
        return rules;
    }

    /** V ← V + K (480 − v). */
    private static double towardNominal(InverterReadings inverter) {
        return inverter.setPoint() + GAIN * MicrogridDynamics.NOMINAL_VOLTAGE * (1 - inverter.voltage());
    }

    private static Controller rule(ToDoubleFunction<InverterReadings> setPoint) {
        return observation -> {
            List<InverterReadings> inverters = SensedObservation.readings(observation, InverterReadings.class);
            return SetPoints.action(inverters.stream().mapToDouble(setPoint).toArray(), levels(observation));
        };
    }

    private static Controller random(RandomGenerator chance) {
        return observation -> {
            // each level is what is nearest to it
            double shift = levels(observation) ? SetPoints.BETWEEN_LEVELS / 2 : 0;
            double[] volts = chance.doubles(observation.agents(), SetPoints.LOWEST - shift, SetPoints.HIGHEST - shift)
                    .toArray();
            return SetPoints.action(volts, levels(observation));
        };
    }

    private static boolean levels(JointObservation observation) {
        return observation.legal(0).length > 0;
    }
}

package io.clearway.sumo.importing;

import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.importing.ImportedTraffic.Kind;
import java.util.OptionalDouble;

/**
 * What a configuration says of how its traffic is run.
 *
 * @param endSeconds its end, which may be days after the last departure
 * @param scale how many vehicles drive for each of the demand
 * @param stepSeconds of the simulation
 * @param teleportSeconds after which a stuck vehicle is teleported; negative: never
 */
record Configured(OptionalDouble endSeconds, double scale, double stepSeconds, OptionalDouble teleportSeconds) {
    /** Nothing is said. */
    static final Configured NOTHING = new Configured(OptionalDouble.empty(), 1, 1, OptionalDouble.empty());

    /** Reads it; what cannot be followed becomes a remark. */
    static Configured of(ConfigurationFile file, String name, ImportBuilder builder) {
        double scale = file.number("scale").orElse(1);
        if (!(scale > 0)) {
            throw new InvalidSetting("scale", scale, "give a number above 0");
        }
        double step = file.seconds("step-length").orElse(1);
        boolean divides = step > 0 && step <= 1 && Math.abs(1 / step - Math.rint(1 / step)) < 1e-9;
        if (!divides) {
            builder.remark(
                    Kind.ACTION_REQUIRED,
                    name,
                    "steps of %s s do not divide a second; here they are of 1 s, which changes the traffic"
                            .formatted(step));
        }
        if (file.isOn("mesosim")) {
            builder.remark(
                    Kind.ACTION_REQUIRED,
                    name,
                    "it simulates queues of roads (mesosim); here every vehicle is simulated, so expect other travel times");
        }
        // SUMO writes −1 for no end
        OptionalDouble end = file.seconds("end");
        return new Configured(
                end.orElse(-1) < 0 ? OptionalDouble.empty() : end,
                scale,
                divides ? step : 1,
                file.seconds("time-to-teleport"));
    }
}

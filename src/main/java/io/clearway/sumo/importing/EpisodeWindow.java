package io.clearway.sumo.importing;

import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.importing.DemandCount;
import io.clearway.simulation.importing.ImportOptions;
import io.clearway.sumo.demand.Departures;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When episodes begin and end, in simulated seconds.
 *
 * @param chosen whether nobody said how long they are, so that a long demand may be cut
 */
record EpisodeWindow(double beginSeconds, double endSeconds, boolean chosen) {
    /** Longer ones are cut, since a learner plays hundreds of them. */
    static final double LONGEST_SECONDS = 4 * 3600.0;

    private static final double CUT_SECONDS = 3600;
    private static final double WEEK_SECONDS = 7 * 24 * 3600.0;
    /** Of a generated demand, where nobody says how long it is. */
    static final double GENERATED_SECONDS = 3600;

    /**
     * As a user says; else as the configuration does; else from the first departure to the last.
     *
     * @param configured end in the configuration
     */
    static EpisodeWindow of(ImportOptions options, OptionalDouble configured, List<Departures> departures) {
        double first = departures.stream()
                .mapToDouble(Departures::earliestSeconds)
                .min()
                .orElse(0);
        double last =
                departures.stream().mapToDouble(Departures::latestSeconds).max().orElse(0);
        double begin = options.beginSeconds().orElse(Double.isFinite(first) ? Math.floor(first) : 0);
        OptionalDouble said = end(options, begin);
        double departed = Double.isFinite(last) ? Math.ceil(last) : begin + GENERATED_SECONDS;
        double end = said.orElse(configured.isPresent() ? configured(configured.getAsDouble(), begin, last) : departed);
        if (begin < 0) {
            throw new InvalidSetting("begin", begin, "give 0 seconds or more");
        }
        if (!(end > begin)) {
            throw new InvalidSetting("end", end, "give a time after the begin, which is %s s".formatted(begin));
        }
        if (end - begin > WEEK_SECONDS) {
            throw new InvalidSetting("end", end, "give at most a week after the begin, which is %s s".formatted(begin));
        }
        return new EpisodeWindow(begin, end, said.isEmpty());
    }

    /** One far behind the last departure only lets the network empty. */
    private static double configured(double end, double begin, double lastDeparture) {
        boolean idle = Double.isFinite(lastDeparture) && lastDeparture > begin && end - begin > LONGEST_SECONDS;
        return idle ? Math.min(end, Math.ceil(lastDeparture)) : end;
    }

    /** The end that a user gives. */
    static OptionalDouble end(ImportOptions options, double beginSeconds) {
        return options.horizonSeconds().isPresent()
                ? OptionalDouble.of(beginSeconds + options.horizonSeconds().getAsDouble())
                : options.endSeconds();
    }

    static void requireOneLength(ImportOptions options) {
        double horizon = options.horizonSeconds().orElse(1);
        if (!(horizon > 0)) {
            throw new InvalidSetting("horizon", horizon, "give more than 0 seconds");
        }
        if (options.horizonSeconds().isPresent() && options.endSeconds().isPresent()) {
            throw new InvalidSetting("horizon", horizon, "give this length of an episode or its end, not both");
        }
    }

    double seconds() {
        return endSeconds - beginSeconds;
    }

    /** The busiest hour of a window that is too long, where nobody asked for it. */
    Optional<EpisodeWindow> busiestHour(DemandCount demand) {
        if (!chosen || seconds() <= LONGEST_SECONDS) {
            return Optional.empty();
        }
        int stretches = (int) (CUT_SECONDS / DemandCount.STRETCH_SECONDS);
        int busiest = 0;
        int most = -1;
        for (int first = 0; first + stretches <= demand.departures().size(); first++) {
            int vehicles = demand.departures().subList(first, first + stretches).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            if (vehicles > most) {
                most = vehicles;
                busiest = first;
            }
        }
        double begin = beginSeconds + busiest * DemandCount.STRETCH_SECONDS;
        return Optional.of(new EpisodeWindow(begin, begin + CUT_SECONDS, false));
    }
}

package io.clearway.scenario.atsc.definition;

import io.clearway.network.Seeds;
import io.clearway.simulation.TrafficDemand;

/** A loaded demand: the departures of an episode. */
public interface Demand {
    /** The same departures every time. */
    TrafficDemand paper(double scale);

    /** Departures drawn from a seed, as many as {@link #paper} in expectation. */
    TrafficDemand varied(double scale, long seed);

    /** Reads the files of a source as far as they are ours. */
    static Demand of(DemandSource source) {
        if (source instanceof DemandSource.Rates rates) {
            return DemandDefinition.read(rates.file());
        }
        DemandSource.Routes files = (DemandSource.Routes) source;
        return new Finished(new TrafficDemand.RouteFiles(files.routes(), files.additional()), files.scale());
    }

    /**
     * Departures as files hold them, or drawn as {@link TrafficDemand.ResampledRoutes} says.
     *
     * @param usualScale factor on all of them besides
     */
    record Finished(TrafficDemand.RouteFiles files, double usualScale) implements Demand {
        @Override
        public TrafficDemand paper(double scale) {
            double both = usualScale * scale;
            return both == 1 ? files : new TrafficDemand.ScaledRoutes(files, both);
        }

        @Override
        public TrafficDemand varied(double scale, long seed) {
            return new TrafficDemand.ResampledRoutes(files, usualScale * scale, new Seeds(seed).of("departures", 0));
        }
    }
}

package io.clearway.scenario.atsc;

import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.TrafficDemand;

/** A demand that is at hand: who departs in an episode. */
interface Demand {
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
        return new Finished(new TrafficDemand.RouteFiles(files.routes(), files.additional()));
    }

    /** Departures as files hold them. */
    record Finished(TrafficDemand.RouteFiles files) implements Demand {
        @Override
        public TrafficDemand paper(double scale) {
            if (scale != 1) {
                throw new InvalidSetting(
                        "demandScale", scale, "give 1: the departures of route files are what they are");
            }
            return files;
        }

        @Override
        public TrafficDemand varied(double scale, long seed) {
            throw new InvalidSetting(
                    "demand", "varied", "give 'paper': the departures of route files are what they are");
        }
    }
}

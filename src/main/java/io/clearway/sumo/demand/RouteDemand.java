package io.clearway.sumo.demand;

import io.clearway.simulation.TrafficDemand;
import java.util.Optional;
import java.util.OptionalDouble;

/** What SUMO needs to know of a demand that builds on route files. */
public final class RouteDemand {
    private RouteDemand() {}

    /** The files of a user that a demand builds on. */
    public static Optional<TrafficDemand.RouteFiles> files(TrafficDemand demand) {
        if (demand instanceof TrafficDemand.ScaledRoutes scaled) {
            return Optional.of(scaled.routes());
        }
        if (demand instanceof TrafficDemand.ResampledRoutes resampled) {
            return Optional.of(resampled.routes());
        }
        return demand instanceof TrafficDemand.RouteFiles files ? Optional.of(files) : Optional.empty();
    }

    /** Value of SUMO's option {@code --scale}, where it is needed. */
    public static OptionalDouble scale(TrafficDemand demand) {
        return demand instanceof TrafficDemand.ScaledRoutes scaled
                ? OptionalDouble.of(scaled.scale())
                : OptionalDouble.empty();
    }
}

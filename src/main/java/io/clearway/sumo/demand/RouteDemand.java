package io.clearway.sumo.demand;

import io.clearway.simulation.TrafficDemand;
import java.util.Optional;
import java.util.OptionalDouble;

/** Route files and scale of a demand. */
public final class RouteDemand {
    private RouteDemand() {}

    /** The route files that a demand uses. */
    public static Optional<TrafficDemand.RouteFiles> files(TrafficDemand demand) {
        if (demand instanceof TrafficDemand.ScaledRoutes scaled) {
            return Optional.of(scaled.routes());
        }
        if (demand instanceof TrafficDemand.ResampledRoutes resampled) {
            return Optional.of(resampled.routes());
        }
        return demand instanceof TrafficDemand.RouteFiles files ? Optional.of(files) : Optional.empty();
    }

    /** Value of SUMO's option {@code --scale}, where the demand has one. */
    public static OptionalDouble scale(TrafficDemand demand) {
        return demand instanceof TrafficDemand.ScaledRoutes scaled
                ? OptionalDouble.of(scaled.scale())
                : OptionalDouble.empty();
    }
}

package io.clearway.simulation;

import java.nio.file.Path;
import java.util.List;

/** Who wants to drive from where to where, and when. */
public sealed interface TrafficDemand {
    /** Streams of vehicles whose routes the simulator finds itself. */
    record Flows(VehicleType type, List<Flow> flows) implements TrafficDemand {
        public Flows {
            flows = List.copyOf(flows);
        }
    }

    /**
     * Finished route files of the simulator.
     *
     * @param files routes, trips and flows
     * @param additional what they build on, such as types of vehicles and stops; read before them
     */
    record RouteFiles(List<Path> files, List<Path> additional) implements TrafficDemand {
        public RouteFiles {
            files = List.copyOf(files);
            additional = List.copyOf(additional);
        }

        /** Files that stand by themselves. */
        public RouteFiles(List<Path> files) {
            this(files, List.of());
        }
    }

    /** What a vehicle is like; all else is the simulator's default. */
    record VehicleType(
            String id, double lengthMeters, double accelerationMetersPerSecond2, double decelerationMetersPerSecond2) {}

    /**
     * A stream of equally spaced departures.
     *
     * @param id name, unique among flows
     * @param from road of departure
     * @param to road of arrival
     * @param beginSeconds first departure is not before
     * @param endSeconds last departure is before
     * @param vehiclesPerHour rate while it lasts
     */
    record Flow(String id, String from, String to, double beginSeconds, double endSeconds, int vehiclesPerHour) {}
}

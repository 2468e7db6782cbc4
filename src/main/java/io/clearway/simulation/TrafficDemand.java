package io.clearway.simulation;

import java.nio.file.Path;
import java.util.List;

/** Vehicles that drive in a simulation: their origins, destinations and departure times. */
public sealed interface TrafficDemand {
    /** Flows of vehicles whose routes the simulator computes. */
    record Flows(VehicleType type, List<Flow> flows) implements TrafficDemand {
        public Flows {
            flows = List.copyOf(flows);
        }
    }

    /**
     * Route files of the simulator.
     *
     * @param files routes, trips and flows
     * @param additional files they refer to, with types of vehicles or stops; read before them
     */
    record RouteFiles(List<Path> files, List<Path> additional) implements TrafficDemand {
        public RouteFiles {
            files = List.copyOf(files);
            additional = List.copyOf(additional);
        }

        /** Files that refer to no others. */
        public RouteFiles(List<Path> files) {
            this(files, List.of());
        }
    }

    /**
     * Route files whose number of vehicles the simulator scales, always in the same way: it leaves out or repeats
     * vehicles at equal intervals.
     *
     * @param scale more than 0
     */
    record ScaledRoutes(RouteFiles routes, double scale) implements TrafficDemand {}

    /**
     * Route files whose departures are resampled. A vehicle or trip departs a number of times that is drawn from a
     * Poisson distribution around the scale, each time up to a minute before or after its own departure, uniformly
     * distributed, but not before the first departure of all; a departure before that is mirrored at it. A flow becomes
     * a Poisson process with as many departures in expectation as the flow has, times the scale, in the same time. So
     * the expected number of vehicles is the files' times the scale. Persons, containers, and vehicles without a
     * departure time stay unchanged.
     *
     * @param scale more than 0
     * @param seed equal seeds give equal departures
     */
    record ResampledRoutes(RouteFiles routes, double scale, long seed) implements TrafficDemand {}

    /** Properties of a vehicle; all others are the simulator's defaults. */
    record VehicleType(
            String id, double lengthMeters, double accelerationMetersPerSecond2, double decelerationMetersPerSecond2) {}

    /**
     * A flow of equally spaced departures.
     *
     * @param id name, unique among flows
     * @param from road of departure
     * @param to road of arrival
     * @param beginSeconds no departure before
     * @param endSeconds all departures before
     * @param vehiclesPerHour rate in between
     * @param via roads that the route passes, in this order
     */
    record Flow(
            String id,
            String from,
            String to,
            double beginSeconds,
            double endSeconds,
            int vehiclesPerHour,
            List<String> via) {
        public Flow {
            via = List.copyOf(via);
        }

        /** One without intermediate roads. */
        public Flow(String id, String from, String to, double beginSeconds, double endSeconds, int vehiclesPerHour) {
            this(id, from, to, beginSeconds, endSeconds, vehiclesPerHour, List.of());
        }
    }

    /**
     * Vehicles at given positions, all there from the beginning, whose routes are circuits.
     *
     * @param type size, acceleration and braking of all of them
     * @param following their car-following model
     * @param vehicles the vehicles; those without enough space are inserted later
     */
    record Placed(VehicleType type, CarFollowing following, List<PlacedVehicle> vehicles) implements TrafficDemand {
        public Placed {
            vehicles = List.copyOf(vehicles);
        }
    }

    /**
     * The intelligent driver model (Treiber, Hennecke, Helbing 2000).
     *
     * @param minimumGapMeters to the vehicle ahead at standstill
     * @param timeGapSeconds to the vehicle ahead while driving
     * @param imperfection of the driver, 0 to 1, for models with such a parameter
     * @param highestSpeedMetersPerSecond of the vehicle
     * @param speedDeviation standard deviation of the drivers' factors on speed limits
     */
    record CarFollowing(
            double minimumGapMeters,
            double timeGapSeconds,
            double imperfection,
            double highestSpeedMetersPerSecond,
            double speedDeviation) {}

    /**
     * A vehicle.
     *
     * @param id name, unique among vehicles
     * @param circuit roads of its route, each leading to the next and the last to the first; it begins on the first
     * @param rounds number of rounds
     * @param positionMeters of its front on the first road, rightmost lane
     * @param speedMetersPerSecond at the beginning
     */
    record PlacedVehicle(
            String id, List<String> circuit, int rounds, double positionMeters, double speedMetersPerSecond) {
        public PlacedVehicle {
            circuit = List.copyOf(circuit);
        }
    }
}

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

    /**
     * Route files of whose vehicles the simulator takes this many times as many, always the same ones: it leaves out or
     * repeats vehicles in even spacing.
     *
     * @param scale more than 0
     */
    record ScaledRoutes(RouteFiles routes, double scale) implements TrafficDemand {}

    /**
     * Route files whose departures are drawn anew. A vehicle or trip departs a number of times that is drawn from a
     * Poisson distribution around the scale, each time up to a minute before or after its own departure, evenly drawn,
     * but not before the first departure of all; a departure before that comes as much after it. A flow becomes a
     * Poisson process with as many departures in expectation as the flow has, times the scale, in the same time. So the
     * expected number of vehicles is the files' times the scale. People, containers, and vehicles that depart at no
     * given time stay as they are.
     *
     * @param scale more than 0
     * @param seed equal seeds give equal departures
     */
    record ResampledRoutes(RouteFiles routes, double scale, long seed) implements TrafficDemand {}

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
     * @param via roads to pass on the way, in this order
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

        /** One that takes the way it likes. */
        public Flow(String id, String from, String to, double beginSeconds, double endSeconds, int vehiclesPerHour) {
            this(id, from, to, beginSeconds, endSeconds, vehiclesPerHour, List.of());
        }
    }

    /**
     * Single vehicles at given places, all there from the beginning, whose routes lead around in a circle.
     *
     * @param type size, acceleration and braking of all of them
     * @param following how they follow each other
     * @param vehicles the vehicles; places that leave too little room make the simulator hold vehicles back
     */
    record Placed(VehicleType type, CarFollowing following, List<PlacedVehicle> vehicles) implements TrafficDemand {
        public Placed {
            vehicles = List.copyOf(vehicles);
        }
    }

    /**
     * The intelligent driver model (Treiber, Hennecke, Helbing 2000).
     *
     * @param minimumGapMeters to the vehicle ahead when both stand
     * @param timeGapSeconds to the vehicle ahead when both drive
     * @param imperfection of the driver, 0 to 1, for models that know such
     * @param highestSpeedMetersPerSecond of the vehicle
     * @param speedDeviation standard deviation of the drivers' own factors on speed limits, drawn from the seed
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
     * @param circle roads of its way, each leading into the next and the last into the first; it begins on the first
     * @param rounds how often it drives all of them
     * @param positionMeters how far its front stands on the first road, rightmost lane
     * @param speedMetersPerSecond at the beginning
     */
    record PlacedVehicle(
            String id, List<String> circle, int rounds, double positionMeters, double speedMetersPerSecond) {
        public PlacedVehicle {
            circle = List.copyOf(circle);
        }
    }
}

package io.clearway.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Roads, junctions and traffic lights of a network, in the order of the network file.
 *
 * @param roads all roads, including those inside junctions
 * @param junctions all junctions but those inside others
 * @param lights all traffic lights
 * @param onward the lanes that each lane of a road leads to over the junction at its end, by ids
 */
public record RoadNetwork(
        List<Road> roads, List<Junction> junctions, List<TrafficLight> lights, Map<String, List<String>> onward) {
    public RoadNetwork {
        roads = List.copyOf(roads);
        junctions = List.copyOf(junctions);
        lights = List.copyOf(lights);
        onward = Map.copyOf(onward);
    }

    /** One of which nobody asks where lanes lead to. */
    public RoadNetwork(List<Road> roads, List<Junction> junctions, List<TrafficLight> lights) {
        this(roads, junctions, lights, Map.of());
    }

    /**
     * A directed road.
     *
     * @param internal whether it lies inside a junction
     * @param from junction it leaves; empty when internal
     * @param to junction it enters; empty when internal
     */
    public record Road(String id, boolean internal, String from, String to, List<Lane> lanes) {
        public Road {
            lanes = List.copyOf(lanes);
        }
    }

    /**
     * A lane.
     *
     * @param index counted from the right starting at 0
     * @param access who may use it
     * @param grade rise per meter over its last meters before the stop line, negative downhill; 0 where heights are not
     *     known
     */
    public record Lane(
            String id,
            String road,
            int index,
            double lengthMeters,
            double speedLimitMetersPerSecond,
            Access access,
            double grade) {
        /** A level lane of which the network does not say who may use it. */
        public Lane(String id, String road, int index, double lengthMeters, double speedLimitMetersPerSecond) {
            this(id, road, index, lengthMeters, speedLimitMetersPerSecond, Access.UNSTATED, 0);
        }

        /** Whether passenger cars may use it. */
        public boolean allowsCars() {
            return access.users().contains(RoadUser.CARS);
        }
    }

    /** Who may drive on lanes, as far as signals are timed differently for them. */
    public enum RoadUser {
        /** Motor vehicles, buses among them. */
        CARS,
        BICYCLES,
        TRAMS
    }

    /**
     * Who may use a lane.
     *
     * @param users who may; all where nothing is stated
     * @param stated whether the network says so; a lane without a statement is nobody's in particular
     */
    public record Access(Set<RoadUser> users, boolean stated) {
        /** Of a lane for which the network permits and forbids nothing. */
        public static final Access UNSTATED = new Access(Set.of(RoadUser.values()), false);

        public Access {
            users = Set.copyOf(users);
        }
    }

    /** A junction and its position. */
    public record Junction(String id, String type, double xMeters, double yMeters) {}

    /**
     * A traffic light and what it controls.
     *
     * @param links by signal index; an index that controls nothing has no link here
     * @param programs the network's own programs; the first is the one that runs by default
     */
    public record TrafficLight(String id, List<Link> links, List<Program> programs) {
        public TrafficLight {
            links = List.copyOf(links);
            programs = List.copyOf(programs);
        }
    }

    /**
     * A movement across a junction that a signal index controls.
     *
     * @param index index of its character in a signal state
     * @param fromLane lane before the stop line
     * @param toLane lane behind the junction
     * @param direction as in the network file: {@code s r l t R L}
     * @param foes signal indices of the same light whose movements cross or merge with this one
     * @param yieldsTo foes that this movement yields to when both are green
     * @param path its way across the junction
     */
    public record Link(
            int index,
            String fromLane,
            String toLane,
            char direction,
            List<Integer> foes,
            List<Integer> yieldsTo,
            Path path) {
        public Link {
            foes = List.copyOf(foes);
            yieldsTo = List.copyOf(yieldsTo);
        }

        /** A movement whose path is not known. */
        public Link(
                int index, String fromLane, String toLane, char direction, List<Integer> foes, List<Integer> yieldsTo) {
            this(index, fromLane, toLane, direction, foes, yieldsTo, Path.UNKNOWN);
        }
    }

    /**
     * The way of a movement across its junction, from the stop line to the lane behind.
     *
     * @param crossing whether pedestrians walk it
     * @param speedLimitMetersPerSecond the lowest on it
     * @param shape its center line; empty when not known
     * @param lanes ids of its lanes inside the junction, in the order of driving; none when not known
     */
    public record Path(
            boolean crossing,
            double lengthMeters,
            double speedLimitMetersPerSecond,
            List<RoadMap.Point> shape,
            List<String> lanes) {
        /** A path of which nothing is known. */
        public static final Path UNKNOWN = new Path(false, 0, 0, List.of());

        /** A path whose lanes inside the junction are not known. */
        public Path(
                boolean crossing, double lengthMeters, double speedLimitMetersPerSecond, List<RoadMap.Point> shape) {
            this(crossing, lengthMeters, speedLimitMetersPerSecond, shape, List.of());
        }

        public Path {
            shape = List.copyOf(shape);
            lanes = List.copyOf(lanes);
        }
    }

    /** A signal program of the network file. */
    public record Program(String id, String type, double offsetSeconds, List<ProgramPhase> phases) {
        public Program {
            phases = List.copyOf(phases);
        }
    }

    /** One phase of a program: SUMO's state string and how long it lasts. */
    public record ProgramPhase(double seconds, String state) {}

    /** Ids of the roads on which vehicles enter: those from a junction with one neighbor only. */
    public Set<String> entries() {
        Map<String, Set<String>> neighbors = new HashMap<>();
        for (Road road : roads) {
            if (!road.internal()) {
                neighbors.computeIfAbsent(road.from(), id -> new HashSet<>()).add(road.to());
                neighbors.computeIfAbsent(road.to(), id -> new HashSet<>()).add(road.from());
            }
        }
        return roads.stream()
                .filter(road -> !road.internal()
                        && neighbors.getOrDefault(road.from(), Set.of()).size() == 1)
                .map(Road::id)
                .collect(Collectors.toSet());
    }

    /** All lanes by id. */
    public Map<String, Lane> lanesById() {
        return roads.stream().flatMap(road -> road.lanes().stream()).collect(Collectors.toMap(Lane::id, lane -> lane));
    }
}

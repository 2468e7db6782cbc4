package io.clearway.scenario.flow;

import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.VehicleState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A closed route along lanes, measured from the beginning of the first. */
final class Circuit {
    private final List<Lane> roads = new ArrayList<>();
    private final Map<String, Double> begins = new LinkedHashMap<>();
    private final double length;
    private final double roadLength;

    /**
     * The route through a network.
     *
     * @param names ids of the lanes in driving order
     * @param lanes of the network by id
     * @throws IllegalArgumentException when the network lacks one of them
     */
    Circuit(List<String> names, Map<String, Lane> lanes) {
        double way = 0;
        double onRoads = 0;
        for (String name : names) {
            Lane lane = lanes.get(name);
            if (lane == null) {
                throw new IllegalArgumentException("The network has no lane '%s'".formatted(name));
            }
            begins.put(name, way);
            way += lane.lengthMeters();
            // no vehicle starts on a lane inside a junction
            if (!name.startsWith(":")) {
                roads.add(lane);
                onRoads += lane.lengthMeters();
            }
        }
        length = way;
        roadLength = onRoads;
    }

    /** Length of the route, in m. */
    double length() {
        return length;
    }

    /** Length of the route without junctions, in m. */
    double roadLength() {
        return roadLength;
    }

    /** Position of a vehicle along the route, in m. */
    double position(VehicleState vehicle) {
        Double begin = begins.get(vehicle.lane());
        if (begin == null) {
            throw new IllegalStateException("A vehicle is on lane '%s', off its way".formatted(vehicle.lane()));
        }
        return begin + vehicle.positionMeters();
    }

    /** From one place on to another ahead of it, in m. */
    double ahead(double from, double to) {
        return to >= from ? to - from : to - from + length;
    }

    /**
     * A place counted along the roads only.
     *
     * @param meters 0 to {@link #roadLength}, exclusive
     */
    Place place(double meters) {
        double left = meters;
        int road = 0;
        while (road < roads.size() - 1 && left >= roads.get(road).lengthMeters()) {
            left -= roads.get(road).lengthMeters();
            road++;
        }
        List<String> circle = new ArrayList<>();
        for (int i = 0; i < roads.size(); i++) {
            circle.add(roads.get((road + i) % roads.size()).road());
        }
        return new Place(circle, left);
    }

    /**
     * A place to start.
     *
     * @param circle roads once around, from that of the place on
     * @param positionMeters on the first of them
     */
    record Place(List<String> circle, double positionMeters) {}
}

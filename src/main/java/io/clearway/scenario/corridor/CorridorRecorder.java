package io.clearway.scenario.corridor;

import io.clearway.metric.CorridorMeasures;
import io.clearway.simulation.trips.RoadPosition;
import io.clearway.simulation.trips.SimulationRecords;
import io.clearway.simulation.trips.VehicleRoute;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Records an episode along a corridor: greens while it runs, vehicles when it has ended. Closed with the episode. */
public final class CorridorRecorder implements SimulationRecords, AutoCloseable {
    private final String name;
    private final List<Direction> directions = new ArrayList<>();
    private final CorridorFiles.Writer files;

    private record Direction(CorridorWay way, CorridorGreens greens, CorridorPassages passages) {
        Direction(CorridorWay way) {
            this(way, new CorridorGreens(way), new CorridorPassages(way));
        }

        CorridorMeasures measures(String corridor) {
            return new CorridorMeasures(
                    corridor,
                    way.name(),
                    way.way(),
                    passages.counts(),
                    passages.times(),
                    passages.stopsPerVehicle(),
                    greens.bandShare());
        }
    }

    /**
     * @param name of the corridor
     * @param ways its directions
     * @param folder that the records are written into when the episode ends
     */
    public CorridorRecorder(String name, List<CorridorWay> ways, Path folder) {
        this.name = name;
        ways.forEach(way -> directions.add(new Direction(way)));
        this.files = new CorridorFiles.Writer(folder);
    }

    /** Roads whose vehicles must be traced. */
    public List<String> roads() {
        return directions.stream()
                .flatMap(direction -> direction.way().roads().stream())
                .distinct()
                .toList();
    }

    /**
     * Takes what lights show.
     *
     * @param states by light; lights that are missing are not seen
     */
    public void show(Map<String, String> states, double fromSeconds, double untilSeconds) {
        directions.forEach(direction -> direction.greens().show(states, fromSeconds, untilSeconds));
    }

    @Override
    public void route(VehicleRoute route) {
        directions.forEach(direction -> direction.passages().add(route));
    }

    @Override
    public void position(RoadPosition position) {
        for (Direction direction : directions) {
            OptionalDouble meters = direction.passages().follow(position);
            if (meters.isPresent()) {
                files.trajectory(direction.way().name(), position, meters.getAsDouble());
                return;
            }
        }
    }

    /** Writes passages and greens, and measures; called once, when the simulation has given its records. */
    public List<CorridorMeasures> complete() {
        for (Direction direction : directions) {
            direction.greens().end();
            String way = direction.way().name();
            direction.passages().all().forEach(passage -> files.passage(way, passage));
            files.greens(way, direction.greens(), direction.way().way());
        }
        files.close();
        return directions.stream().map(direction -> direction.measures(name)).toList();
    }

    @Override
    public void close() {
        files.close();
    }
}

package io.clearway.deployments.live;

import io.clearway.deployments.TrafficFrame;
import io.clearway.simulation.Readings;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.VehiclePosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;

/** Samples frames of a controlled simulation while they are wanted, and costs nothing otherwise. Used by one thread. */
public final class FrameSampler {
    private static final int DECIMETERS = 10;

    private final DoublePredicate wanted;
    private final Consumer<TrafficFrame> sink;
    private Map<String, Integer> numbers = new HashMap<>();
    private int nextNumber;

    /**
     * @param wanted whether a frame of this simulated time is wanted now
     * @param sink receives the frames
     */
    public FrameSampler(DoublePredicate wanted, Consumer<TrafficFrame> sink) {
        this.wanted = wanted;
        this.sink = sink;
    }

    /** One that samples no frame. */
    static FrameSampler off() {
        return new FrameSampler(seconds -> false, frame -> {});
    }

    /** Whether a frame is wanted at this simulated time, so that the simulation should stop for it. */
    boolean isWanted(double seconds) {
        return wanted.test(seconds);
    }

    /** Samples a frame if it is wanted. */
    void sample(TrafficSimulation simulation, Readings readings, int lights, int lanes) {
        if (!isWanted(readings.seconds())) {
            return;
        }
        List<String> states = new ArrayList<>(lights);
        for (int light = 0; light < lights; light++) {
            states.add(readings.lightState(light));
        }
        List<Integer> queues = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            int halting = readings.haltingOnLane(lane);
            if (halting > 0) {
                queues.add(lane);
                queues.add(halting);
            }
        }
        sink.accept(new TrafficFrame(readings.seconds(), states, queues, vehicles(simulation.vehicles())));
    }

    private List<Integer> vehicles(List<VehiclePosition> positions) {
        Map<String, Integer> now = numbered(positions);
        List<Integer> vehicles = new ArrayList<>(positions.size() * TrafficFrame.NUMBERS_PER_VEHICLE);
        for (VehiclePosition vehicle : positions) {
            vehicles.add(Objects.requireNonNull(now.get(vehicle.id())));
            vehicles.add(decimeters(vehicle.xMeters()));
            vehicles.add(decimeters(vehicle.yMeters()));
            vehicles.add((int) Math.round(vehicle.headingDegrees()));
            vehicles.add(decimeters(vehicle.speedMetersPerSecond()));
        }
        numbers = now;
        return vehicles;
    }

    /** A vehicle keeps its number; a new vehicle gets the next one. */
    private Map<String, Integer> numbered(List<VehiclePosition> positions) {
        Map<String, Integer> now = new HashMap<>();
        for (VehiclePosition vehicle : positions) {
            Integer known = numbers.get(vehicle.id());
            now.put(vehicle.id(), known == null ? nextNumber++ : known);
        }
        return now;
    }

    private static int decimeters(double meters) {
        return (int) Math.round(meters * DECIMETERS);
    }
}

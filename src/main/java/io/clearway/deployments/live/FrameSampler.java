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

/** Films a driven simulation while somebody wants to see it; costs nothing while nobody does. One thread uses it. */
public final class FrameSampler {
    private static final int DECIMETERS = 10;

    private final DoublePredicate wanted;
    private final Consumer<TrafficFrame> screen;
    private Map<String, Integer> numbers = new HashMap<>();
    private int nextNumber;

    /**
     * @param wanted whether a frame of this simulated time is wanted now
     * @param screen gets the frames
     */
    public FrameSampler(DoublePredicate wanted, Consumer<TrafficFrame> screen) {
        this.wanted = wanted;
        this.screen = screen;
    }

    /** One that nobody looks through. */
    static FrameSampler off() {
        return new FrameSampler(seconds -> false, frame -> {});
    }

    /** Whether a frame is wanted, so that it is worth stopping for. */
    boolean isOn(double seconds) {
        return wanted.test(seconds);
    }

    /** Takes a frame if it is wanted. */
    void take(TrafficSimulation simulation, Readings readings, int lights, int lanes) {
        if (!isOn(readings.seconds())) {
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
        screen.accept(new TrafficFrame(readings.seconds(), states, queues, vehicles(simulation.vehicles())));
    }

    private List<Integer> vehicles(List<VehiclePosition> places) {
        Map<String, Integer> now = numbered(places);
        List<Integer> vehicles = new ArrayList<>(places.size() * TrafficFrame.NUMBERS_PER_VEHICLE);
        for (VehiclePosition place : places) {
            vehicles.add(Objects.requireNonNull(now.get(place.id())));
            vehicles.add(decimeters(place.xMeters()));
            vehicles.add(decimeters(place.yMeters()));
            vehicles.add((int) Math.round(place.headingDegrees()));
            vehicles.add(decimeters(place.speedMetersPerSecond()));
        }
        numbers = now;
        return vehicles;
    }

    /** A vehicle keeps its number; the next number goes to who is new. */
    private Map<String, Integer> numbered(List<VehiclePosition> places) {
        Map<String, Integer> now = new HashMap<>();
        for (VehiclePosition place : places) {
            Integer known = numbers.get(place.id());
            now.put(place.id(), known == null ? nextNumber++ : known);
        }
        return now;
    }

    private static int decimeters(double meters) {
        return (int) Math.round(meters * DECIMETERS);
    }
}

package io.clearway.sumo.reading;

import io.clearway.simulation.passages.LanePlace;
import io.clearway.simulation.passages.LoopPassage;
import io.clearway.simulation.passages.PassageObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes what passes watched places from lane and speed of every vehicle after each step. A vehicle's position is
 * retrieved once, when it has come onto a watched lane; from then on its way is the sum of its speeds, exactly where
 * SUMO moves vehicles by Euler steps, its default. A front or rear passes a place when the way at constant speed within
 * the step reaches it, as SUMO's own loops compute it.
 *
 * @see <a href="https://sumo.dlr.de/docs/Simulation/Output/Instantaneous_Induction_Loops_Detectors.html">SUMO:
 *     instantaneous induction loops</a>
 */
public final class PassageTracker {
    /** SUMO gives times to a hundredth of a second. */
    private static final double PARTS_PER_SECOND = 100;

    /** No vehicle class of SUMO accelerates by more than 6 m/s². */
    private static final double LEAP_METERS_PER_SECOND2 = 7;

    private final PassageObserver observer;
    private final Map<String, PlacesOfLane> lanes = new HashMap<>();
    private final Map<String, PlacesOfLane> exits = new HashMap<>();
    private final TrackedVehicles vehicles = new TrackedVehicles();
    private final List<TrackedVehicle> unplaced = new ArrayList<>();
    private double seconds = Double.NaN;
    private double stepSeconds;

    /** @param places to be watched; passages name them by their number in this list */
    public PassageTracker(List<LanePlace> places, PassageObserver observer) {
        this.observer = observer;
        Map<String, List<Integer>> byLane = new LinkedHashMap<>();
        for (int place = 0; place < places.size(); place++) {
            byLane.computeIfAbsent(places.get(place).lane(), lane -> new ArrayList<>())
                    .add(place);
        }
        byLane.forEach((lane, numbers) -> {
            PlacesOfLane on = PlacesOfLane.of(places, numbers);
            lanes.put(lane, on);
            places.get(numbers.get(0)).exits().forEach(exit -> exits.put(exit, on));
        });
    }

    /** A step has ended; all vehicles are to be seen now. */
    void begin(double now) {
        stepSeconds = Double.isNaN(seconds) ? 0 : now - seconds;
        seconds = now;
        vehicles.begin();
    }

    /** Simulated time after the last step; not a number before the first. */
    double seconds() {
        return seconds;
    }

    /** Simulated time that the last step took; 0 where it is not known. */
    double stepSeconds() {
        return stepSeconds;
    }

    /** A vehicle after the step. */
    void see(String id, String lane, double speed) {
        TrackedVehicle vehicle = vehicles.see(id);
        if (speed - vehicle.speed() > LEAP_METERS_PER_SECOND2 * stepSeconds) {
            // SUMO has teleported it: it has not driven from where it was
            vanish(vehicle);
            vehicle.comesOnto("");
        }
        vehicle.drives(speed);
        if (speed > 0) {
            move(vehicle);
        }
        if (!lane.equals(vehicle.lane())) {
            leave(vehicle, lane);
            enter(vehicle, lane);
            vehicle.comesOnto(lane);
        }
    }

    /** All vehicles were seen: others have gone. */
    void end() {
        vehicles.end(this::vanish);
        // places of vehicles that have come in this step are known with the next one
        observer.settled(seconds - stepSeconds);
    }

    private void move(TrackedVehicle vehicle) {
        LanePass on = vehicle.on();
        if (on != null) {
            drive(vehicle, on, on.front(), on.front() + vehicle.speed() * stepSeconds);
        }
        if (!vehicle.left().isEmpty()) {
            vehicle.hasLeft(pass -> {
                drive(vehicle, pass, pass.front(), pass.front() + vehicle.speed() * stepSeconds);
                return !pass.isOverAny();
            });
        }
    }

    /** Drives at constant speed within the step that has ended last. */
    private void drive(TrackedVehicle vehicle, LanePass pass, double from, double to) {
        pass.frontAt(to);
        if (!pass.isDue(to)) {
            return;
        }
        double[] meters = pass.places().meters();
        for (int place = 0; place < meters.length; place++) {
            double at = meters[place];
            if (from < at && at <= to) {
                pass.over(place, true);
                emit(vehicle, pass, place, when(at - from, vehicle), true);
            }
            if (pass.isOver(place) && at < to - vehicle.lengthMeters()) {
                pass.over(place, false);
                emit(vehicle, pass, place, when(at + vehicle.lengthMeters() - from, vehicle), false);
            }
        }
        pass.awaitNext(vehicle.lengthMeters());
    }

    private double when(double meters, TrackedVehicle vehicle) {
        double within = Math.max(0, Math.min(stepSeconds, meters / vehicle.speed()));
        return Math.rint((seconds - stepSeconds + within) * PARTS_PER_SECOND) / PARTS_PER_SECOND;
    }

    private void leave(TrackedVehicle vehicle, String next) {
        vehicle.isUnplaced(null);
        LanePass on = vehicle.on();
        vehicle.isOn(null);
        boolean aside = isBeside(vehicle.lane(), next);
        if (on != null && on.isOverAny()) {
            PlacesOfLane from = exits.get(next);
            aside |= from != null && !from.lane().equals(on.places().lane());
            vehicle.leaves(on);
        }
        if (aside) {
            // SUMO's loops let go of a vehicle that changes lanes, also of its rear
            vehicle.left().forEach(pass -> release(vehicle, pass));
            vehicle.hasLeftAll();
        }
    }

    private void enter(TrackedVehicle vehicle, String lane) {
        String before = vehicle.lane();
        boolean aside = before.isEmpty() || isBeside(before, lane);
        PlacesOfLane watched = lanes.get(lane);
        if (watched != null) {
            place(vehicle, new LanePass(watched, aside ? LanePass.Arrival.SIDEWAYS : LanePass.Arrival.DRIVING));
            return;
        }
        PlacesOfLane behind = exits.get(lane);
        // who was on the lane or behind it before has been seen on it
        if (behind != null && !aside && !isBeside(before, behind.lane()) && !isExit(before, behind)) {
            place(vehicle, new LanePass(behind, LanePass.Arrival.THROUGH));
        }
    }

    private boolean isExit(String lane, PlacesOfLane of) {
        PlacesOfLane behind = exits.get(lane);
        return behind != null && behind.lane().equals(of.lane());
    }

    private void place(TrackedVehicle vehicle, LanePass pass) {
        vehicle.isUnplaced(pass);
        unplaced.add(vehicle);
    }

    /** Vehicles whose position after this step is needed, and the length of those of which it is not known. */
    List<TrackedVehicle> unplaced() {
        return unplaced;
    }

    /** Takes the position of one of them. */
    void place(TrackedVehicle vehicle, double meters) {
        LanePass pass = vehicle.unplaced();
        if (pass == null) {
            return;
        }
        vehicle.isUnplaced(null);
        switch (pass.arrival()) {
            case DRIVING -> {
                drive(vehicle, pass, meters - vehicle.speed() * stepSeconds, meters);
                vehicle.isOn(pass);
            }
            case SIDEWAYS -> {
                // as SUMO's loops do, those that it stands over do not see it
                pass.frontAt(meters);
                vehicle.isOn(pass);
            }
            case THROUGH -> {
                double front = pass.places().laneMeters() + meters;
                drive(vehicle, pass, front - vehicle.speed() * stepSeconds, front);
                if (pass.isOverAny()) {
                    vehicle.leaves(pass);
                }
            }
        }
    }

    private void vanish(TrackedVehicle vehicle) {
        LanePass on = vehicle.on();
        if (on != null) {
            release(vehicle, on);
        }
        vehicle.left().forEach(pass -> release(vehicle, pass));
        vehicle.hasLeftAll();
        vehicle.isOn(null);
        vehicle.isUnplaced(null);
    }

    private void release(TrackedVehicle vehicle, LanePass pass) {
        for (int place = 0; place < pass.places().count(); place++) {
            if (pass.isOver(place)) {
                pass.over(place, false);
                emit(vehicle, pass, place, seconds, false);
            }
        }
    }

    private void emit(TrackedVehicle vehicle, LanePass pass, int place, double when, boolean enters) {
        observer.passed(new LoopPassage(when, pass.places().numbers()[place], vehicle.id(), enters));
    }

    /** Whether two lanes belong to one road: SUMO names them road_index. */
    private static boolean isBeside(String lane, String other) {
        int road = lane.lastIndexOf('_');
        return road >= 0 && road == other.lastIndexOf('_') && lane.regionMatches(0, other, 0, road);
    }
}

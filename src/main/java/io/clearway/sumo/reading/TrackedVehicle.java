package io.clearway.sumo.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A vehicle as far as it is known: where it was after the last step, and the watched lanes that it is on. */
final class TrackedVehicle {
    private final String id;
    private static final List<LanePass> NONE = List.of();

    private List<LanePass> left = NONE;
    private String lane = "";
    private double speed;
    private double lengthMeters = Double.NaN;
    private int place;
    private @Nullable LanePass on;
    private @Nullable LanePass unplaced;

    TrackedVehicle(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** Lane of its front after the last step; empty before the first. */
    String lane() {
        return lane;
    }

    void comesOnto(String next) {
        lane = next;
    }

    /** In m/s, after the last step; that of a whole step, as SUMO moves vehicles. */
    double speed() {
        return speed;
    }

    void drives(double metersPerSecond) {
        speed = metersPerSecond;
    }

    /** Not a number until it is retrieved. */
    double lengthMeters() {
        return lengthMeters;
    }

    void measures(double meters) {
        lengthMeters = meters;
    }

    /** Its place among the vehicles that were seen after a step. */
    int place() {
        return place;
    }

    void seenAt(int placeNow) {
        place = placeNow;
    }

    /** The watched lane that its front is on; null on other lanes, and while its place there is not known. */
    @Nullable LanePass on() {
        return on;
    }

    void isOn(@Nullable LanePass pass) {
        on = pass;
    }

    /** The lane on which its place is to be retrieved. */
    @Nullable LanePass unplaced() {
        return unplaced;
    }

    void isUnplaced(@Nullable LanePass pass) {
        unplaced = pass;
    }

    /** Watched lanes that its front has left and its rear has not; not to be changed. */
    List<LanePass> left() {
        return left;
    }

    /** Its front has left a lane that its rear is still on. */
    void leaves(LanePass pass) {
        if (left.isEmpty()) {
            left = new ArrayList<>(2);
        }
        left.add(pass);
    }

    /** Its rear has left some of these lanes. */
    void hasLeft(Predicate<LanePass> gone) {
        left.removeIf(gone);
        if (left.isEmpty()) {
            left = NONE;
        }
    }

    /** It is on none of these lanes any more. */
    void hasLeftAll() {
        left = NONE;
    }
}

package io.clearway.sumo.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Which lane each vehicle was on when it was read last: nearly all are still there, and in the same order, so that
 * their lanes need not be made texts once more.
 */
final class LastLanes {
    private List<String> vehicles = List.of();
    private List<String> lanes = new ArrayList<>();
    private List<String> now = new ArrayList<>();
    private int next;

    /** The lane of the next vehicle in the order in which all are read; empty where it is not known. */
    String of(String vehicle) {
        if (next < vehicles.size() && vehicles.get(next).equals(vehicle)) {
            return lanes.get(next++);
        }
        if (next + 1 < vehicles.size() && vehicles.get(next + 1).equals(vehicle)) {
            next += 2;
            return lanes.get(next - 1);
        }
        return "";
    }

    /** The vehicle is on a lane now. */
    void comesOnto(String lane) {
        now.add(lane);
    }

    /** All have been read. */
    void end(List<String> all) {
        List<String> last = lanes;
        vehicles = all;
        lanes = now;
        now = last;
        now.clear();
        next = 0;
    }
}

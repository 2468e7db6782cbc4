package io.clearway.sumo.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The vehicles of a simulation, found again step by step. SUMO names them in the same order after each step, so that a
 * vehicle is nearly always the one that followed there before too; searching each by its id takes three times as long.
 */
final class TrackedVehicles {
    private final Map<String, TrackedVehicle> byId = new HashMap<>();
    private List<TrackedVehicle> before = new ArrayList<>();
    private List<TrackedVehicle> now = new ArrayList<>();
    private int next;
    private int known;

    /** All vehicles are to be seen once more. */
    void begin() {
        List<TrackedVehicle> last = now;
        now = before;
        now.clear();
        before = last;
        next = 0;
        known = 0;
    }

    /** The vehicle of an id, a new one where there was none. */
    TrackedVehicle see(String id) {
        TrackedVehicle vehicle =
                next < before.size() && before.get(next).id().equals(id) ? before.get(next) : byId.get(id);
        if (vehicle == null) {
            vehicle = new TrackedVehicle(id);
            byId.put(id, vehicle);
        } else {
            next = vehicle.place() + 1;
            known++;
        }
        vehicle.seenAt(now.size());
        now.add(vehicle);
        return vehicle;
    }

    /** Forgets those that were not seen again. */
    void end(Consumer<TrackedVehicle> gone) {
        if (known == before.size()) {
            return;
        }
        for (TrackedVehicle vehicle : before) {
            int place = vehicle.place();
            if (place >= now.size() || now.get(place) != vehicle) {
                byId.remove(vehicle.id());
                gone.accept(vehicle);
            }
        }
    }
}

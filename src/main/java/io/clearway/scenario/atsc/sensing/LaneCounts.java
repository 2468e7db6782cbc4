package io.clearway.scenario.atsc.sensing;

import java.util.BitSet;

/** Vehicles and halting vehicles of lanes, as one kind of sensor reports them; not to be changed. */
final class LaneCounts {
    private final int[] vehicles;
    private final int[] halting;
    private final BitSet suspect;

    /** Counts by lane; the arrays are kept, not copied. */
    LaneCounts(int[] vehicles, int[] halting) {
        this(vehicles, halting, new BitSet());
    }

    private LaneCounts(int[] vehicles, int[] halting, BitSet suspect) {
        this.vehicles = vehicles;
        this.halting = halting;
        this.suspect = suspect;
    }

    /** The same without what sensors report that are not to be believed. */
    LaneCounts without(BitSet lanes) {
        if (lanes.isEmpty()) {
            return this;
        }
        int[] believedVehicles = vehicles.clone();
        int[] believedHalting = halting.clone();
        lanes.stream().forEach(lane -> {
            believedVehicles[lane] = 0;
            believedHalting[lane] = 0;
        });
        return new LaneCounts(believedVehicles, believedHalting, (BitSet) lanes.clone());
    }

    /** Number of lanes. */
    int size() {
        return vehicles.length;
    }

    int vehicles(int lane) {
        return vehicles[lane];
    }

    int halting(int lane) {
        return halting[lane];
    }

    /** Whether the lane's sensor reported vehicles that are not believed. */
    boolean isSuspect(int lane) {
        return suspect.get(lane);
    }
}

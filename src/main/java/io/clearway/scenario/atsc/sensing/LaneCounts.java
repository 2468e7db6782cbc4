package io.clearway.scenario.atsc.sensing;

/** Vehicles and halting vehicles of lanes, as one kind of sensor reports them; not to be changed. */
final class LaneCounts {
    private final int[] vehicles;
    private final int[] halting;

    /** Counts by lane; the arrays are kept, not copied. */
    LaneCounts(int[] vehicles, int[] halting) {
        this.vehicles = vehicles;
        this.halting = halting;
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
}

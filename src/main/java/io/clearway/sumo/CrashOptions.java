package io.clearway.sumo;

import io.clearway.simulation.CrashHandling;

/** SUMO's options for vehicles that run into each other. */
final class CrashOptions {
    private CrashOptions() {}

    static String action(CrashHandling crashes) {
        return crashes == CrashHandling.MOVED ? "teleport" : "warn";
    }

    static String junctions(CrashHandling crashes) {
        return Boolean.toString(crashes == CrashHandling.COUNTED);
    }
}

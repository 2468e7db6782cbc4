package io.clearway.sumo.process;

import io.clearway.simulation.CrashHandling;

/** SUMO's options for collisions. */
public final class CrashOptions {
    private CrashOptions() {}

    public static String action(CrashHandling crashes) {
        return crashes == CrashHandling.MOVED ? "teleport" : "warn";
    }

    public static String junctions(CrashHandling crashes) {
        return Boolean.toString(crashes == CrashHandling.COUNTED);
    }
}

package io.clearway.simulation;

/** What happens to vehicles that collide. */
public enum CrashHandling {
    /** They are teleported: they continue elsewhere on their route; collisions inside junctions are not detected. */
    MOVED,
    /** They are counted and drive on unchanged; collisions inside junctions are counted too. */
    COUNTED
}

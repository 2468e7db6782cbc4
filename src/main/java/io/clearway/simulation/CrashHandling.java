package io.clearway.simulation;

/** What becomes of vehicles that run into each other. */
public enum CrashHandling {
    /** They are moved away by hand and go on elsewhere on their route; junctions are not looked into. */
    MOVED,
    /** They are counted and go on as if nothing had happened; vehicles that meet inside a junction count too. */
    COUNTED
}

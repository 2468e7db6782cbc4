package io.clearway.simulation;

/** What happens to vehicles that collide. */
public enum CollisionAction {
    /** They are teleported: they continue elsewhere on their route; collisions inside junctions are not detected. */
    TELEPORT,
    /** They are counted and drive on unchanged; collisions inside junctions are counted too. */
    WARN
}

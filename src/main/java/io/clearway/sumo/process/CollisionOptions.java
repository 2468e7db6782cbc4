package io.clearway.sumo.process;

import io.clearway.simulation.CollisionAction;

/** SUMO's options for collisions. */
public final class CollisionOptions {
    private CollisionOptions() {}

    public static String action(CollisionAction collisionAction) {
        return collisionAction == CollisionAction.TELEPORT ? "teleport" : "warn";
    }

    public static String junctions(CollisionAction collisionAction) {
        return Boolean.toString(collisionAction == CollisionAction.WARN);
    }
}

package io.clearway.judge;

/**
 * Seconds from the end of walk to the green of vehicles that drive over the crossing: what the light's own programs
 * give. Where they show something else in between, or never have the change, what a person at 1.5 m/s takes is enough;
 * and more than a person at 1.2 m/s takes is an order of the program, not a clearance.
 */
final class WalkClearance {
    private static final double BRISK_METERS_PER_SECOND = 1.5;
    private static final double SLOW_METERS_PER_SECOND = 1.2;
    private final JudgedLight light;
    private final OwnerProgram owner;

    WalkClearance(JudgedLight light, OwnerProgram owner) {
        this.light = light;
        this.owner = owner;
    }

    double seconds(int walk, int vehicles) {
        double meters = light.crossingMeters(walk);
        double direct = Math.min(owner.directGap(walk, vehicles), meters / SLOW_METERS_PER_SECOND);
        double otherwise = Math.min(owner.gap(walk, vehicles), meters / BRISK_METERS_PER_SECOND);
        return owner.directGap(walk, vehicles) <= owner.gap(walk, vehicles)
                        && Double.isFinite(owner.gap(walk, vehicles))
                ? direct
                : otherwise;
    }
}

package io.clearway.scenario.spread;

import java.util.random.RandomGenerator;

/**
 * Point agents in the plane that forces move and that push each other away where they touch: the world of Lowe et al.
 * 2017 (multi-agent particle environments). x and y of each agent follow each other in all arrays.
 */
final class Particles {
    /** Two agents nearer than this touch. */
    static final double TOUCH = 0.3;

    private static final double STEP_SECONDS = 0.1;
    private static final double DAMPING = 0.25;
    private static final double CONTACT_FORCE = 100;
    private static final double CONTACT_MARGIN = 1e-3;

    private final double[] positions;
    private final double[] velocities;
    private final double[] targets;

    Particles(double[] positions, double[] targets) {
        this.positions = positions.clone();
        this.targets = targets.clone();
        this.velocities = new double[positions.length];
    }

    /** Agents at rest and targets, all drawn from [−1, 1]². */
    static Particles drawn(int agents, RandomGenerator chance) {
        double[] positions = chance.doubles(2L * agents, -1, 1).toArray();
        return new Particles(positions, chance.doubles(2L * agents, -1, 1).toArray());
    }

    int agents() {
        return positions.length / 2;
    }

    /** A coordinate of an agent's position; 0 for x, 1 for y. */
    double position(int agent, int axis) {
        return positions[2 * agent + axis];
    }

    /** A coordinate of its velocity. */
    double velocity(int agent, int axis) {
        return velocities[2 * agent + axis];
    }

    /** A coordinate of its target. */
    double target(int agent, int axis) {
        return targets[2 * agent + axis];
    }

    /** How far an agent is from its target. */
    double distance(int agent) {
        return Math.hypot(target(agent, 0) - position(agent, 0), target(agent, 1) - position(agent, 1));
    }

    /** Whether an agent touches another one. */
    boolean touches(int agent) {
        for (int other = 0; other < agents(); other++) {
            if (other != agent && between(agent, other) < TOUCH) {
                return true;
            }
        }
        return false;
    }

    private double between(int one, int other) {
        return Math.hypot(position(one, 0) - position(other, 0), position(one, 1) - position(other, 1));
    }

    /** Moves on by 0.1 s under forces, to which those of contacts are added: v ← 0.75 v + 0.1 F, p ← p + 0.1 v. */
    void advance(double[] forces) {
        double[] all = forces.clone();
        for (int one = 0; one < agents(); one++) {
            for (int other = one + 1; other < agents(); other++) {
                addContact(one, other, all);
            }
        }
        for (int i = 0; i < positions.length; i++) {
            velocities[i] = (1 - DAMPING) * velocities[i] + STEP_SECONDS * all[i];
            positions[i] += STEP_SECONDS * velocities[i];
        }
    }

    /** Two agents at the same place have no direction to be pushed in. */
    private void addContact(int one, int other, double[] forces) {
        double distance = between(one, other);
        double depth = (TOUCH - distance) / CONTACT_MARGIN;
        // log(1 + e^x), which is x where e^x is no number
        double softened = depth > 0 ? depth + Math.log1p(Math.exp(-depth)) : Math.log1p(Math.exp(depth));
        double push = CONTACT_FORCE * CONTACT_MARGIN * softened;
        for (int axis = 0; axis < 2 && distance > 0; axis++) {
            double along = (position(one, axis) - position(other, axis)) / distance;
            forces[2 * one + axis] += push * along;
            forces[2 * other + axis] -= push * along;
        }
    }
}

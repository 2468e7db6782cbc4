package io.clearway.scenario.spread;

import io.clearway.scenario.AgentReadings;

/**
 * What a rule knows of an agent.
 *
 * @param toTargetX way to its target
 * @param toTargetY the same along y
 * @param velocityX (1/s)
 * @param velocityY (1/s)
 */
record SpreadReadings(double toTargetX, double toTargetY, double velocityX, double velocityY) implements AgentReadings {
    @Override
    public boolean isFinite() {
        return Double.isFinite(toTargetX + toTargetY + velocityX + velocityY);
    }
}

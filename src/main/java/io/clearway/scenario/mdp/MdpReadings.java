package io.clearway.scenario.mdp;

import io.clearway.scenario.AgentReadings;

/**
 * What a rule reads in an MDP; the same for all agents.
 *
 * @param problem what the MDP was drawn from, so that a rule need not know the settings of the scenario
 * @param state the present one
 */
record MdpReadings(MdpProblem problem, int state) implements AgentReadings {
    @Override
    public boolean isFinite() {
        return true;
    }
}

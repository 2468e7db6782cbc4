package io.clearway.scenario.mdp;

/**
 * What an MDP is drawn from and solved with.
 *
 * @param states M
 * @param agents N
 * @param actions of each agent
 * @param seed draws transitions and rewards
 * @param discount γ
 * @param central whether one agent chooses the actions of all
 */
record MdpProblem(int states, int agents, int actions, int seed, double discount, boolean central) {
    /** The MDP. */
    RandomMdp draw() {
        RandomMdp drawn = RandomMdp.draw(this);
        return central ? drawn.asOneAgent() : drawn;
    }
}

package io.clearway.scenario.mdp;

/**
 * What an MDP is drawn from and solved with.
 *
 * @param size states, agents and actions
 * @param seed draws transitions and rewards
 * @param discount γ
 * @param central whether one agent chooses the actions of all
 */
record MdpProblem(MdpSize size, int seed, double discount, boolean central) {
    /** The MDP. */
    RandomMdp draw() {
        RandomMdp drawn = RandomMdp.draw(size, seed);
        return central ? drawn.asOneAgent() : drawn;
    }
}

package io.clearway.scenario.mdp;

/**
 * What an MDP is drawn from and looked ahead in. Rules find it in the readings of every agent, so that they need not be
 * told the settings of the scenario.
 *
 * @param states M
 * @param agents N
 * @param actions of each agent
 * @param seed draws transitions and rewards
 * @param discount γ
 * @param central whether one agent chooses the actions of all
 */
record MdpProblem(int states, int agents, int actions, int seed, double discount, boolean central) {
    /** Readings of an agent in a state: the state, then the problem. */
    double[] readings(int state) {
        return new double[] {state, states, agents, actions, seed, discount, central ? 1 : 0};
    }

    /** The state in some readings. */
    static int state(double[] readings) {
        return (int) readings[0];
    }

    /** The problem in some readings. */
    static MdpProblem of(double[] readings) {
        return new MdpProblem(
                (int) readings[1],
                (int) readings[2],
                (int) readings[3],
                (int) readings[4],
                readings[5],
                readings[6] == 1);
    }

    /** The MDP. */
    RandomMdp draw() {
        RandomMdp drawn = RandomMdp.draw(this);
        return central ? drawn.asOneAgent() : drawn;
    }
}

package io.clearway.scenario.atsc;

/**
 * Which phases agents may choose: what the signal may do, and no phase left before the agent's minimum green is over.
 */
final class PhaseMask {
    private PhaseMask() {}

    /**
     * The mask of one agent.
     *
     * @param free what the signal may do, by phase
     * @param held the phase that the agent holds
     * @param hold whether the agent has to hold it, if it may be chosen
     */
    static boolean[] of(boolean[] free, int held, boolean hold) {
        if (!hold || !free[held]) {
            return free;
        }
        boolean[] only = new boolean[free.length];
        only[held] = true;
        return only;
    }
}

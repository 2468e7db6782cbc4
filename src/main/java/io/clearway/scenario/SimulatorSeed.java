package io.clearway.scenario;

/** Seeds of episodes as simulators take them, in 31 bits. */
public final class SimulatorSeed {
    private SimulatorSeed() {}

    /** The episode's own seed where it fits, else folded into 31 bits. */
    public static int of(long seed) {
        return seed >= 0 && seed <= Integer.MAX_VALUE ? (int) seed : Long.hashCode(seed) & Integer.MAX_VALUE;
    }
}

package io.clearway.simulation.passages;

/** Takes what passes watched places, step by step, on the thread that advances the simulation. */
public interface PassageObserver {
    /** A front or a rear passed; within a step in no particular order. */
    void passed(LoopPassage passage);

    /** Persons at a crossing begin or cease to wait; those of a crossing come in the order of time. */
    void waits(CrossingWait wait);

    /**
     * All has been given that happened before a time.
     *
     * @param seconds simulated time
     */
    void settled(double seconds);
}

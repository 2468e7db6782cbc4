package io.clearway.scenario.atsc.reward;

/** The traffic at the signals at the end of a decision, as it is, whatever sensors report. */
public interface SignalTraffic {
    /** Vehicles on the incoming lanes of an agent's signal, each lane once. */
    int vehiclesOnIncoming(int agent);

    /** The same with those on the lanes that extend them upstream. */
    int vehiclesApproaching(int agent);

    /**
     * How full those of these lanes are on which vehicles come into the network, each from 0 to 1; empty where there
     * are none.
     */
    double[] fullnessOfEntries(int agent);

    /** Halting vehicles before each link of an agent's signal, where the scenario's paper counts them. */
    int[] haltingBeforeLinks(int agent);

    /** Vehicles in the network. */
    int running();

    /** Vehicles that could not enter the network yet. */
    int waitingToEnter();
}

package io.clearway.scenario.atsc.definition;

/** How departures are chosen: the words of the setting {@code demand}. */
public enum DemandKind {
    /** Always the same departures. */
    PAPER,
    /** Departures drawn from the episode's seed. */
    VARIED
}

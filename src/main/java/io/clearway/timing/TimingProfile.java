package io.clearway.timing;

/** Which times a signal keeps to. */
public enum TimingProfile {
    /** The network's own program's, and the formulas' where it has none. */
    OWNER,
    /** The longer of the network's own program's and the formulas'. */
    STANDARD,
    /** Those of the papers (2 s yellow, no clearance): for comparison only. */
    PAPER
}

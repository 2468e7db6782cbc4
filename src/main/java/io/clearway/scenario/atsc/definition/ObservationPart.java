package io.clearway.scenario.atsc.definition;

/** What a learner can see of a signal. */
public enum ObservationPart {
    /** What the papers' learners see: vehicles before each link, divided and clipped. */
    PAPER,
    /** All that the sensors measure on the signal's own lanes. */
    FULL,
    /** A row of features per phase, the same for every signal; the first one orders the phases as a rule does. */
    STAGES,
    /** Per incoming lane vehicles, as a share of what fits there. */
    VEHICLES,
    /** Per incoming lane halting vehicles, as a share of what fits there. */
    QUEUE,
    /** Per outgoing lane the share of it that is free. */
    DOWNSTREAM,
    /** Per phase its pressure, per vehicle that fits in a meter. */
    PRESSURE,
    /** The shown phase, one-hot. */
    PHASE,
    /** How long it has been shown, as a share of the longest age, at most 1. */
    AGE
}

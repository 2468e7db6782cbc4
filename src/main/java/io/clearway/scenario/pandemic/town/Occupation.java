package io.clearway.scenario.pandemic.town;

/** What a person's days are filled with. */
public enum Occupation {
    /** Older than 65: neither works nor learns. */
    RETIRED,
    /** Up to 18 years old: goes to school. */
    PUPIL,
    /** All others: work in one place, as long as there are jobs. */
    WORKER
}

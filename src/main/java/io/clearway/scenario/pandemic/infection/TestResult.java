package io.clearway.scenario.pandemic.infection;

/** What the last test of a person said. */
public enum TestResult {
    /** There was none. */
    UNTESTED,
    /** No infection. */
    NEGATIVE,
    /** Infected, not critical. */
    POSITIVE,
    /** Infected and critical. */
    CRITICAL,
    /** Dead. */
    DEAD
}

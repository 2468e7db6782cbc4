package io.clearway.scenario.pandemic.infection;

/** States of the infection of a person. */
public enum InfectionState {
    /** Can be infected. */
    SUSCEPTIBLE(InfectionSummary.NONE),
    /** Infected, but not yet infectious. */
    EXPOSED(InfectionSummary.NONE),
    /** Infectious, will never show symptoms. */
    PRE_ASYMPTOMATIC(InfectionSummary.INFECTED),
    /** Infectious, before symptoms. */
    PRE_SYMPTOMATIC(InfectionSummary.INFECTED),
    /** Infectious without symptoms. */
    ASYMPTOMATIC(InfectionSummary.INFECTED),
    /** Infectious with symptoms. */
    SYMPTOMATIC(InfectionSummary.INFECTED),
    /** Should be in a hospital. */
    NEEDS_HOSPITAL(InfectionSummary.CRITICAL),
    /** Treated in a hospital. */
    HOSPITALIZED(InfectionSummary.CRITICAL),
    /** Immune. */
    RECOVERED(InfectionSummary.RECOVERED),
    /** Dead. */
    DEAD(InfectionSummary.DEAD);

    private final InfectionSummary summary;

    InfectionState(InfectionSummary summary) {
        this.summary = summary;
    }

    /** What it counts as. */
    public InfectionSummary summary() {
        return summary;
    }

    /** Whether others can be infected by contact. */
    public boolean infectious() {
        return summary == InfectionSummary.INFECTED || summary == InfectionSummary.CRITICAL;
    }

    /** Whether the person shows symptoms. */
    public boolean symptoms() {
        return this == SYMPTOMATIC || summary == InfectionSummary.CRITICAL;
    }
}

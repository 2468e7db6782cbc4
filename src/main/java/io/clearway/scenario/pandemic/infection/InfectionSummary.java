package io.clearway.scenario.pandemic.infection;

/** What states of infection are counted as, in the order in which agents observe the counts. */
public enum InfectionSummary {
    /** Needs a hospital or is in one. */
    CRITICAL("critical"),
    /** Dead. */
    DEAD("dead"),
    /** Infectious, but not critical. */
    INFECTED("infected"),
    /** Not infected, or not yet infectious. */
    NONE("not infected"),
    /** Immune. */
    RECOVERED("recovered");

    private final String word;

    InfectionSummary(String word) {
        this.word = word;
    }

    /** For people. */
    public String word() {
        return word;
    }
}

package io.clearway.scenario.pandemic.infection;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

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

    /** How often each of them occurs. */
    static Map<InfectionSummary, Integer> count(Stream<InfectionSummary> persons) {
        Map<InfectionSummary, Integer> counts = new EnumMap<>(InfectionSummary.class);
        for (InfectionSummary one : values()) {
            counts.put(one, 0);
        }
        persons.forEach(one -> counts.merge(one, 1, Integer::sum));
        return counts;
    }

    /** For people. */
    public String word() {
        return word;
    }
}

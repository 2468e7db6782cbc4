package io.clearway.scenario.atsc.definition;

import java.util.List;
import java.util.stream.Stream;

/** The rules that a scenario may name as the one its results are compared with. */
public enum ReferenceRule {
    /** Max-pressure that knows how much road is left behind a junction: the best rule on most networks. */
    CAPACITY_AWARE("capacity-aware"),
    /** The same with vehicles on entry roads counting less: the best rule where demand exceeds what fits. */
    GATING("gating"),
    /** The rule that most published learners are compared with. */
    MAX_PRESSURE("max-pressure");

    private final String ruleName;

    ReferenceRule(String ruleName) {
        this.ruleName = ruleName;
    }

    /** Name of the rule among a scenario's controllers. */
    public String ruleName() {
        return ruleName;
    }

    /** Names of all of them. */
    static List<String> ruleNames() {
        return Stream.of(values()).map(ReferenceRule::ruleName).toList();
    }
}

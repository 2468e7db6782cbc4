package io.clearway.scenario.atsc.definition;

import io.clearway.setting.EnumWords;

/** The rules that a scenario may name as the one its results are compared with. */
public enum ReferenceRule {
    /** Max-pressure that accounts for the free space downstream: the best rule on most networks. */
    CAPACITY_AWARE,
    /** The same with vehicles on entry roads counting less: the best rule where demand exceeds capacity. */
    GATING,
    /** The rule that most published learners are compared with. */
    MAX_PRESSURE;

    /** Name of the rule among a scenario's controllers. */
    public String ruleName() {
        return EnumWords.of(this);
    }
}

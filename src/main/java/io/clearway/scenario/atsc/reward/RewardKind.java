package io.clearway.scenario.atsc.reward;

import java.util.function.Function;

/** The rewards that learners can be given, by the words of the setting {@code reward}. */
public enum RewardKind {
    /** Halting vehicles before the links, as the papers count them. */
    PAPER(PaperReward::new),
    /** All vehicles on the own and half of those on the neighbors' incoming lanes. */
    AREA(AreaReward::new),
    /**
     * Vehicles that approach the own signal or wait to, and a share of all others; the sum follows the time in system.
     */
    SYSTEM(SystemReward::new);

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a constructor
    private final Function<RewardTask, SignalReward> constructor;

    RewardKind(Function<RewardTask, SignalReward> constructor) {
        this.constructor = constructor;
    }

    /** The reward for a task. */
    public SignalReward of(RewardTask task) {
        return constructor.apply(task);
    }
}

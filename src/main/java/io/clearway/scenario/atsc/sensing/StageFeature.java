package io.clearway.scenario.atsc.sensing;

import java.util.function.ToDoubleFunction;

/**
 * A feature of a stage. Vehicles on a lane count for a stage by the share of the lane's movements that it gives green
 * to: who cannot go blocks those behind. Amounts are in tens of vehicles, fullness in shares of what fits on a lane.
 */
@SuppressWarnings("ImmutableEnumChecker") // functions without state
enum StageFeature {
    /**
     * How the rule orders the stages: by its score's share of the highest one, above −1, and more where it holds one.
     */
    PREFERENCE(stage -> StagesView.preference(stage.rule())),
    /** The rule's score as it is. */
    SCORE(stage -> stage.rule().score()),
    /** Whether the rule holds the stage. */
    HELD(stage -> stage.rule().held() ? 1 : 0),
    /** Whether the stage is shown. */
    SHOWN(stage -> stage.isShown() ? 1 : 0),
    /** For how long it has been shown, in minutes, at most one. */
    SHOWN_AGE(stage ->
            stage.isShown() ? Math.min(1, stage.readings().heldSeconds() / ObservationView.LONGEST_AGE_SECONDS) : 0),
    /** Time that the change to it takes, in tens of seconds. */
    CHANGE(stage -> stage.changeSeconds() / StageFeature.TENS),
    /** Halting vehicles that it lets go. */
    HALTING(stage -> stage.traffic().halting() / StageFeature.TENS),
    /** Moving vehicles that it lets go. */
    MOVING(stage -> stage.traffic().moving() / StageFeature.TENS),
    /** Lanes full of halting vehicles that it lets go. */
    FULL_OF_HALTING(stage -> stage.traffic().fullness()),
    /** The same squared lane by lane: long queues. */
    LONG_QUEUES(stage -> stage.traffic().squaredFullness()),
    /** The fullest of its lanes. */
    FULLEST(stage -> stage.traffic().fullest()),
    /** Lanes on which anybody is. */
    USED(stage -> stage.traffic().usedLanes()),
    /** How full the lanes are that it leads to, summed up over its lanes. */
    DOWNSTREAM(stage -> stage.traffic().downstream()),
    /** Lanes full of halting vehicles times how full it is where these are led to. */
    BLOCKED(stage -> stage.traffic().blocked()),
    /** Halting vehicles on roads by which vehicles come into the network. */
    ENTERING(stage -> stage.traffic().entering() / StageFeature.TENS),
    /** Vehicles on lanes whose movements have to give way. */
    YIELDING(stage -> stage.traffic().yielding() / StageFeature.TENS),
    /** Vehicles further upstream. */
    UPSTREAM(stage -> stage.traffic().upstream() / StageFeature.TENS),
    /** Shown: share of its vehicles that move, less those that stand. */
    SHOWN_MOTION(stage -> stage.isShown() ? stage.traffic().motion() : 0),
    /** Shown: nobody is on its lanes. */
    SHOWN_IDLE(stage -> stage.isShown() && stage.traffic().usedLanes() == 0 ? 1 : 0),
    /** Shown: halting vehicles that it does not let go. */
    SHOWN_OTHERS(stage -> stage.isShown() ? stage.traffic().othersHalting() / StageFeature.TENS : 0),
    /** Shown: the fullest lane that it does not let go. */
    SHOWN_OTHERS_FULLEST(stage -> stage.isShown() ? stage.traffic().othersFullest() : 0);

    private static final double TENS = 10;

    private final ToDoubleFunction<Stage> value;

    StageFeature(ToDoubleFunction<Stage> value) {
        this.value = value;
    }

    double of(Stage stage) {
        return value.applyAsDouble(stage);
    }

    /**
     * What the rule says of a stage.
     *
     * @param highest score of all stages
     * @param held whether it is shown and held
     */
    record Preference(double score, double highest, boolean held) {}

    /**
     * A stage at a decision.
     *
     * @param number of the stage
     * @param rule what the rule says of it
     */
    record Stage(SignalReadings readings, StageTraffic traffic, int number, Preference rule) {
        boolean isShown() {
            return readings.phase() == number;
        }

        double changeSeconds() {
            var phases = readings.signal().phases();
            return readings.times().changeSeconds(phases.get(readings.phase()), phases.get(number));
        }
    }
}

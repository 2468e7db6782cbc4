package io.clearway.scenario.pandemic;

import io.clearway.scenario.pandemic.town.PlaceKind;
import java.util.Set;

/**
 * What a stage of regulations demands: of persons, and of places.
 *
 * @param stayHomeIfSick whether persons who tested positive stay at home
 * @param hygiene whether persons wash hands and the like
 * @param masks whether persons wear masks
 * @param distancing share of the contacts in a place that do not take place
 * @param gathering guests and hosts in a home from which on persons of low risk stay away
 * @param gatheringHighRisk the same for persons of high risk
 * @param shut kinds of place that are closed
 */
record Stage(
        boolean stayHomeIfSick,
        boolean hygiene,
        boolean masks,
        double distancing,
        int gathering,
        int gatheringHighRisk,
        Set<PlaceKind> shut) {
    static final int NO_LIMIT = Integer.MAX_VALUE;

    /** Probability that a person complies, at each step. */
    static final double COMPLIANCE = 0.99;

    private static final double WITH_HYGIENE = 0.8;
    private static final double WITH_MASK = 0.6;

    /** m: factor of the probability to infect somebody, as far as persons comply. */
    double caution() {
        double factor = (hygiene ? WITH_HYGIENE : 1) * (masks ? WITH_MASK : 1);
        return 1 - (1 - factor) * COMPLIANCE;
    }

    /** Persons in a home from which on somebody stays away. */
    int gatheringFor(boolean highRisk) {
        return highRisk ? gatheringHighRisk : gathering;
    }
}

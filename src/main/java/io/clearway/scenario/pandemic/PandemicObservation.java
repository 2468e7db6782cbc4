package io.clearway.scenario.pandemic;

import io.clearway.network.JointObservation;
import io.clearway.scenario.SensedObservation;
import io.clearway.scenario.pandemic.infection.InfectionSummary;
import io.clearway.scenario.pandemic.town.ContactRate;
import io.clearway.scenario.pandemic.town.PlaceKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;

/**
 * What agents observe: the contact rates of their own kind of place, and of the town persons by state, the same by
 * tests, the stage of the population, whether the epidemic is noticed, and the day. Scaled by fixed numbers, so that an
 * episode does not depend on those before.
 */
final class PandemicObservation {
    /** Values of an agent. */
    static final int SIZE = 16;

    private static final float LARGEST = 5;

    private final int horizon;
    private final RuleBook book;

    PandemicObservation(int horizon, RuleBook book) {
        this.horizon = horizon;
        this.book = book;
    }

    /** The observation of a town under the measures of its last day. */
    JointObservation of(Epidemic epidemic, Measures measures) {
        boolean noticed = epidemic.isNoticed();
        float[][] local = new float[Measures.agents()][SIZE];
        boolean[][] legal = new boolean[Measures.agents()][book.stages().size()];
        float[] shared = shared(epidemic, measures, noticed);
        for (int agent = 0; agent < local.length; agent++) {
            System.arraycopy(shared, 0, local[agent], SIZE - shared.length, shared.length);
            Arrays.fill(legal[agent], true);
        }
        for (PlaceKind kind : PlaceKind.values()) {
            ContactRate rate = measures.contacts(kind);
            float[] own = local[kind.ordinal()];
            own[0] = (float) rate.members();
            own[1] = (float) rate.mixed();
            own[2] = (float) rate.visitors();
        }
        return new SensedObservation(
                JointObservation.of(local, legal),
                Collections.nCopies(Measures.agents(), new PandemicReadings(epidemic.day(), noticed)));
    }

    private float[] shared(Epidemic epidemic, Measures measures, boolean noticed) {
        int states = InfectionSummary.values().length;
        float[] shared = new float[2 * states + 3];
        put(shared, 0, epidemic, epidemic.truth());
        put(shared, states, epidemic, epidemic.known());
        shared[2 * states] =
                (float) measures.populationStage() / (RuleBook.AUSTIN.stages().size() - 1);
        shared[2 * states + 1] = noticed ? 1 : 0;
        shared[2 * states + 2] = (float) epidemic.day() / horizon;
        return shared;
    }

    /** The critical and the dead in multiples of the beds, since they are few; all others as shares of the town. */
    private static void put(float[] into, int from, Epidemic epidemic, Map<InfectionSummary, Integer> counts) {
        counts.forEach((state, count) -> {
            boolean few = state == InfectionSummary.CRITICAL || state == InfectionSummary.DEAD;
            float unit =
                    few ? epidemic.town().size().beds() : epidemic.town().size().persons();
            into[from + state.ordinal()] = Math.min(LARGEST, count / unit);
        });
    }
}

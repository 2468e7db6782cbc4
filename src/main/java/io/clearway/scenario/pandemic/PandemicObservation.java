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
 * What agents observe: the contact shares of their own kind of place, and of the town persons by state, the same by
 * tests, the stage of the population, whether the epidemic is noticed, and the day. All are standardized by fixed
 * numbers, so that an episode does not depend on those before.
 */
final class PandemicObservation {
    /** Values of an agent. */
    static final int SIZE = 16;

    /**
     * Measured over the days of random play in all towns; critical and dead persons are in multiples of the beds, the
     * others are shares of the town.
     */
    private static final Map<InfectionSummary, Scale> PERSONS = Map.of(
            InfectionSummary.CRITICAL, new Scale(0.27, 0.46),
            InfectionSummary.DEAD, new Scale(0.38, 0.69),
            InfectionSummary.INFECTED, new Scale(0.026, 0.049),
            InfectionSummary.NONE, new Scale(0.73, 0.34),
            InfectionSummary.RECOVERED, new Scale(0.24, 0.32));

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
        for (int one = 0; one < local.length; one++) {
            System.arraycopy(shared, 0, local[one], SIZE - shared.length, shared.length);
            Arrays.fill(legal[one], true);
        }
        int agent = 0;
        for (PlaceKind kind : PlaceKind.values()) {
            ContactRate usual = kind.contacts();
            ContactRate now = measures.contacts(kind);
            float[] own = local[agent++];
            own[0] = left(now.members(), usual.members());
            own[1] = left(now.mixed(), usual.mixed());
            own[2] = left(now.visitors(), usual.visitors());
        }
        return new SensedObservation(
                JointObservation.of(local, legal),
                Collections.nCopies(Measures.agents(), new PandemicReadings(epidemic.day(), noticed)));
    }

    /** A contact share by what it is without regulations; 0 where there are no such contacts anyway. */
    private static float left(double now, double usual) {
        return usual > 0 ? Scale.CONTACTS_LEFT.of(now / usual) : 0;
    }

    private float[] shared(Epidemic epidemic, Measures measures, boolean noticed) {
        int states = InfectionSummary.values().length;
        float[] shared = new float[2 * states + 3];
        put(shared, 0, epidemic, epidemic.truth());
        put(shared, states, epidemic, epidemic.known());
        shared[2 * states] = Scale.STAGE.of(measures.populationStage());
        shared[2 * states + 1] = Scale.YES.of(noticed ? 1 : 0);
        shared[2 * states + 2] = Scale.EVEN.of((double) epidemic.day() / horizon);
        return shared;
    }

    private static void put(float[] into, int from, Epidemic epidemic, Map<InfectionSummary, Integer> counts) {
        int place = from;
        for (InfectionSummary state : InfectionSummary.values()) {
            boolean few = state == InfectionSummary.CRITICAL || state == InfectionSummary.DEAD;
            double unit =
                    few ? epidemic.town().size().beds() : epidemic.town().size().persons();
            into[place++] = PERSONS.getOrDefault(state, Scale.YES).of(counts.getOrDefault(state, 0) / unit);
        }
    }
}

package io.clearway.scenario.pandemic.infection;

import io.clearway.scenario.pandemic.infection.InfectionRates.Ends;
import io.clearway.scenario.pandemic.town.Draws;
import io.clearway.scenario.pandemic.town.Person;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The infections of all persons; they go on once a day. */
public final class Infections {
    private static final int FIRST_EXPOSED = 5;
    private static final double SPREAD_MEAN = 0.021;
    private static final double SPREAD_DEVIATION = 0.01;

    private final InfectionRates rates;
    private final Draws draws;
    private final InfectionState[] states;
    private final boolean[] infectious;
    private final boolean[] admitted;
    private final double[] spread;
    private final double[] escape;
    private final AgeBand[] ages;
    private final boolean[] highRisk;

    /**
     * The first five persons are exposed, all others susceptible.
     *
     * @param persons of the town
     * @param rates of this pandemic
     * @param draws decide how infections go on
     */
    public Infections(List<Person> persons, InfectionRates rates, Draws draws) {
        this.rates = rates;
        this.draws = draws;
        int count = persons.size();
        states = new InfectionState[count];
        infectious = new boolean[count];
        admitted = new boolean[count];
        spread = new double[count];
        escape = new double[count];
        ages = new AgeBand[count];
        highRisk = new boolean[count];
        Arrays.fill(states, InfectionState.SUSCEPTIBLE);
        Arrays.fill(states, 0, Math.min(FIRST_EXPOSED, count), InfectionState.EXPOSED);
        Arrays.fill(escape, 1);
        for (int person = 0; person < count; person++) {
            ages[person] = AgeBand.of(persons.get(person).age());
            highRisk[person] = persons.get(person).highRisk();
            spread[person] = draws.normalShare(SPREAD_MEAN, SPREAD_DEVIATION);
        }
    }

    /** Number of persons. */
    public int persons() {
        return states.length;
    }

    /** State of a person. */
    public InfectionState state(int person) {
        return states[person];
    }

    /** Whether others can be infected by contact with a person. */
    public boolean infectious(int person) {
        return infectious[person];
    }

    /** Whether a person lies in a hospital. */
    public boolean admitted(int person) {
        return admitted[person];
    }

    /** Says whether a person lies in a hospital. */
    void admit(int person, boolean inHospital) {
        admitted[person] = inHospital;
    }

    /** Sets a state; for tests, and for the daily update. */
    void set(int person, InfectionState state) {
        states[person] = state;
        infectious[person] = state.infectious();
    }

    /**
     * A contact of two persons. Only one between an infectious and a susceptible person matters.
     *
     * @param caution m: factor of the probability to infect somebody
     */
    public void meet(int one, int other, double caution) {
        if (infectious[one] != infectious[other]) {
            int source = infectious[one] ? one : other;
            escape[infectious[one] ? other : one] *= 1 - spread[source] * caution;
        }
    }

    /** Probability that a person is infected by the contacts since the last update. */
    double exposure(int person) {
        return 1 - escape[person];
    }

    /** How many persons are in each state. */
    public Map<InfectionSummary, Integer> summary() {
        return InfectionSummary.count(Arrays.stream(states).map(InfectionState::summary));
    }

    /** One day goes by. */
    public void nextDay() {
        for (int person = 0; person < states.length; person++) {
            set(person, next(person));
            escape[person] = 1;
        }
    }

    private InfectionState next(int person) {
        InfectionState now = states[person];
        return switch (now) {
            case SUSCEPTIBLE -> escape[person] < 1 && draws.happens(exposure(person)) ? InfectionState.EXPOSED : now;
            case EXPOSED -> draws.happens(rates.exposedEnds()) ? firstInfectious() : now;
            case PRE_ASYMPTOMATIC -> draws.happens(InfectionRates.PRE_ENDS) ? InfectionState.ASYMPTOMATIC : now;
            case PRE_SYMPTOMATIC -> draws.happens(InfectionRates.PRE_ENDS) ? InfectionState.SYMPTOMATIC : now;
            case ASYMPTOMATIC -> draws.happens(rates.asymptomaticRecovers()) ? InfectionState.RECOVERED : now;
            case SYMPTOMATIC ->
                ended(now, rates.symptomatic(ages[person], highRisk[person]), InfectionState.NEEDS_HOSPITAL);
            case NEEDS_HOSPITAL ->
                admitted[person]
                        ? InfectionState.HOSPITALIZED
                        : ended(now, rates.untreated(ages[person]), InfectionState.DEAD);
            case HOSPITALIZED -> ended(now, rates.treated(ages[person]), InfectionState.DEAD);
            case RECOVERED, DEAD -> now;
        };
    }

    private InfectionState firstInfectious() {
        return draws.happens(InfectionRates.SYMPTOMATIC_SHARE)
                ? InfectionState.PRE_SYMPTOMATIC
                : InfectionState.PRE_ASYMPTOMATIC;
    }

    private InfectionState ended(InfectionState now, Ends ends, InfectionState worse) {
        double luck = draws.uniform();
        if (luck < ends.worse()) {
            return worse;
        }
        return luck < ends.worse() + ends.recovers() ? InfectionState.RECOVERED : now;
    }
}

package io.clearway.scenario.pandemic.infection;

import io.clearway.scenario.pandemic.town.Draws;
import java.util.Arrays;
import java.util.Map;

/** Daily tests, by which regulators and hospitals know of infections. */
public final class Tests {
    private static final double SPONTANEOUS = 0.02;
    private static final double SYMPTOMATIC = 0.3;
    private static final double CRITICAL = 1;
    private static final double AGAIN = 0.033;
    private static final double FALSE_POSITIVE = 0.001;
    private static final double FALSE_NEGATIVE = 0.01;

    private final Infections infections;
    private final Draws draws;
    private final TestResult[] results;
    private final InfectionSummary[] known;

    /**
     * Nobody was tested yet.
     *
     * @param infections what tests find out
     * @param draws decide who is tested, and which tests err
     */
    public Tests(Infections infections, Draws draws) {
        this.infections = infections;
        this.draws = draws;
        results = new TestResult[infections.persons()];
        known = new InfectionSummary[infections.persons()];
        Arrays.fill(results, TestResult.UNTESTED);
        Arrays.fill(known, InfectionSummary.NONE);
    }

    /** The last result of a person. */
    public TestResult result(int person) {
        return results[person];
    }

    /** Whether the last test found an infection in a living person. */
    public boolean positive(int person) {
        return results[person] == TestResult.POSITIVE || results[person] == TestResult.CRITICAL;
    }

    /** How many persons are in each state by what tests tell; who was never found infected counts as not infected. */
    public Map<InfectionSummary, Integer> summary() {
        return InfectionSummary.count(Arrays.stream(known));
    }

    /** The tests of one day. */
    public void nextDay() {
        for (int person = 0; person < results.length; person++) {
            if (isTested(person)) {
                TestResult result = test(infections.state(person).summary());
                known[person] = known(known[person], result);
                results[person] = result;
            }
        }
    }

    private boolean isTested(int person) {
        if (results[person] == TestResult.DEAD) {
            return false;
        }
        InfectionState state = infections.state(person);
        if (state == InfectionState.DEAD || infections.admitted(person)) {
            return true;
        }
        double luck = draws.uniform();
        if (positive(person) && luck < AGAIN) {
            return true;
        }
        double share =
                !state.symptoms() ? SPONTANEOUS : state.summary() == InfectionSummary.CRITICAL ? CRITICAL : SYMPTOMATIC;
        return luck < share;
    }

    private TestResult test(InfectionSummary truth) {
        if (truth == InfectionSummary.DEAD) {
            return TestResult.DEAD;
        }
        boolean infected = truth == InfectionSummary.INFECTED || truth == InfectionSummary.CRITICAL;
        boolean errs = draws.happens(infected ? FALSE_NEGATIVE : FALSE_POSITIVE);
        if (infected == errs) {
            return TestResult.NEGATIVE;
        }
        return truth == InfectionSummary.CRITICAL ? TestResult.CRITICAL : TestResult.POSITIVE;
    }

    private static InfectionSummary known(InfectionSummary before, TestResult result) {
        return switch (result) {
            case DEAD -> InfectionSummary.DEAD;
            case CRITICAL -> InfectionSummary.CRITICAL;
            case POSITIVE -> InfectionSummary.INFECTED;
            case NEGATIVE, UNTESTED ->
                before == InfectionSummary.NONE ? InfectionSummary.NONE : InfectionSummary.RECOVERED;
        };
    }
}

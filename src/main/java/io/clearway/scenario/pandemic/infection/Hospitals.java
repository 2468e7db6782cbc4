package io.clearway.scenario.pandemic.infection;

/** The beds of a town. Whoever tested critical gets a free one, and leaves it when the test says otherwise. */
public final class Hospitals {
    private final Infections infections;
    private final Tests tests;
    private final int beds;
    private int patients;

    /**
     * All beds are free.
     *
     * @param beds of all hospitals together
     */
    public Hospitals(Infections infections, Tests tests, int beds) {
        this.infections = infections;
        this.tests = tests;
        this.beds = beds;
    }

    /** Persons in beds. */
    public int patients() {
        return patients;
    }

    /** Discharges and admissions of one day, after its tests. */
    public void nextDay() {
        for (int person = 0; person < infections.persons(); person++) {
            if (infections.admitted(person) && tests.result(person) != TestResult.CRITICAL) {
                infections.admit(person, false);
                patients--;
            }
        }
        for (int person = 0; person < infections.persons() && patients < beds; person++) {
            // who recovered meanwhile, or died, needs no bed
            boolean critical = infections.state(person).summary() == InfectionSummary.CRITICAL;
            if (critical && !infections.admitted(person) && tests.result(person) == TestResult.CRITICAL) {
                infections.admit(person, true);
                patients++;
            }
        }
    }
}

package io.clearway.scenario.pandemic.infection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.scenario.pandemic.infection.InfectionRates.Ends;
import io.clearway.scenario.pandemic.town.Draws;
import io.clearway.scenario.pandemic.town.Occupation;
import io.clearway.scenario.pandemic.town.OpeningHours;
import io.clearway.scenario.pandemic.town.Person;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfectionsTest {
    private static final int MANY = 20_000;
    private static final InfectionRates RATES = new InfectionRates(1 / 2.9, 1 / 4.0, 1 / 4.0, 1 / 8.1, 1 / 10.7);

    private static Draws draws(long seed) {
        return new Draws(new SplittableRandom(seed));
    }

    private static Infections town(int persons, int age, boolean highRisk, long seed) {
        Person one = new Person(age, highRisk, 0, Occupation.RETIRED, Person.NOWHERE, OpeningHours.ALWAYS);
        return new Infections(Collections.nCopies(persons, one), RATES, draws(seed));
    }

    private static Infections allIn(InfectionState state, int age, long seed) {
        Infections infections = town(MANY, age, false, seed);
        IntStream.range(0, MANY).forEach(person -> infections.set(person, state));
        return infections;
    }

    private static double share(Infections infections, InfectionState... states) {
        return IntStream.range(0, MANY)
                        .filter(person -> List.of(states).contains(infections.state(person)))
                        .count()
                / (double) MANY;
    }

    /** h is made so that the share y of the symptomatic comes to need a hospital in the end, whatever r. */
    @ParameterizedTest
    @CsvSource({
        " 4, 0.0279,  0.2791, 0.2390, 0.0390",
        "17, 0.0215,  0.2146, 0.3208, 0.1208",
        "49, 1.3215, 13.2154, 0.2304, 0.0304",
        "64, 2.8563, 28.5634, 0.3049, 0.1049",
        "65, 3.3873, 33.8733, 0.4269, 0.2269"
    })
    void ratesOfAgesAreThosePublished(
            int age, double lowPercent, double highPercent, double untreated, double treated) {
        AgeBand band = AgeBand.of(age);
        assertThat(worse(RATES.symptomatic(band, false))).isCloseTo(lowPercent / 100, within(1e-9));
        assertThat(worse(RATES.symptomatic(band, true))).isCloseTo(highPercent / 100, within(1e-9));
        assertThat(RATES.untreated(band).worse()).isCloseTo(untreated * 0.3, within(1e-12));
        assertThat(RATES.untreated(band).recovers()).isCloseTo((1 - untreated) * 0.0214286, within(1e-12));
        assertThat(RATES.treated(band).worse()).isCloseTo(treated / 8.1, within(1e-12));
        assertThat(RATES.treated(band).recovers()).isCloseTo((1 - treated) / 10.7, within(1e-12));
    }

    private static double worse(Ends ends) {
        return ends.worse() / (ends.worse() + ends.recovers());
    }

    @Test
    void theHospitalRateIsThatOfTheFormula() {
        double y = 0.338733;
        double h = 0.25 * y / (0.1695 + (0.25 - 0.1695) * y);
        assertThat(RATES.symptomatic(AgeBand.OLDER, true).worse()).isCloseTo(0.1695 * h, within(1e-12));
        assertThat(RATES.symptomatic(AgeBand.OLDER, true).recovers()).isCloseTo(0.25 * (1 - h), within(1e-12));
    }

    @Test
    void ratesOfAPandemicAreInverseDurationsWithinTheirBounds() {
        Draws draws = draws(1);
        for (int pandemic = 0; pandemic < 100; pandemic++) {
            InfectionRates rates = InfectionRates.draw(draws);
            assertThat(1 / rates.exposedEnds()).isBetween(1.9, 3.9);
            assertThat(1 / rates.asymptomaticRecovers()).isBetween(3.0, 5.0);
            assertThat(1 / rates.symptomaticRecovers()).isBetween(3.0, 5.0);
            assertThat(1 / rates.treatedDies()).isBetween(5.2, 10.1);
            assertThat(1 / rates.treatedRecovers()).isBetween(9.4, 12.8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EXPOSED,          0.344828",
        "PRE_ASYMPTOMATIC, 0.434783",
        "PRE_SYMPTOMATIC,  0.434783",
        "ASYMPTOMATIC,     0.25"
    })
    void aStateEndsAtItsDailyRate(InfectionState state, double rate) {
        Infections infections = allIn(state, 30, 2);
        infections.nextDay();
        assertThat(1 - share(infections, state)).isCloseTo(rate, within(0.015));
        infections.nextDay();
        infections.nextDay();
        assertThat(share(infections, state)).isCloseTo(Math.pow(1 - rate, 3), within(0.015));
    }

    @Test
    void fiftySevenPercentOfInfectionsShowSymptomsLater() {
        Infections infections = allIn(InfectionState.EXPOSED, 30, 3);
        infections.nextDay();
        double symptomatic = share(infections, InfectionState.PRE_SYMPTOMATIC);
        assertThat(symptomatic / (symptomatic + share(infections, InfectionState.PRE_ASYMPTOMATIC)))
                .isCloseTo(0.57, within(0.02));
    }

    @Test
    void theOldDieMoreOftenUntreatedThanTreated() {
        Infections untreated = allIn(InfectionState.NEEDS_HOSPITAL, 80, 4);
        untreated.nextDay();
        assertThat(share(untreated, InfectionState.DEAD)).isCloseTo(0.4269 * 0.3, within(0.01));
        Infections treated = allIn(InfectionState.NEEDS_HOSPITAL, 80, 5);
        IntStream.range(0, MANY).forEach(person -> treated.admit(person, true));
        treated.nextDay();
        assertThat(share(treated, InfectionState.HOSPITALIZED)).isOne();
        treated.nextDay();
        assertThat(share(treated, InfectionState.DEAD)).isCloseTo(0.2269 / 8.1, within(0.005));
        assertThat(share(treated, InfectionState.RECOVERED)).isCloseTo((1 - 0.2269) / 10.7, within(0.01));
    }

    /** Each meets ten infectious persons: p = 1 − E(1 − s m)¹⁰, about 1 − (1 − 0.021 m)¹⁰. */
    @ParameterizedTest
    @CsvSource({"1", "0.802", "0.4852"})
    void contactsInfectIndependentlyOfEachOther(double caution) {
        Infections infections = town(MANY, 30, false, 6);
        for (int person = 0; person < MANY / 2; person++) {
            infections.set(person, InfectionState.ASYMPTOMATIC);
            infections.set(person + MANY / 2, InfectionState.SUSCEPTIBLE);
        }
        for (int person = 0; person < MANY / 2; person++) {
            for (int contact = 0; contact < 10; contact++) {
                infections.meet(person + MANY / 2, (person * 7 + contact) % (MANY / 2), caution);
            }
        }
        infections.nextDay();
        // the mean of a normal distribution cut at 0 is a little higher
        assertThat(share(infections, InfectionState.EXPOSED))
                .isCloseTo((1 - Math.pow(1 - 0.0214 * caution, 10)) / 2, within(0.012));
        assertThat(infections.exposure(MANY - 1)).isZero();
    }

    @Test
    void contactsOfTwoInfectiousOrTwoHealthyPersonsChangeNothing() {
        Infections infections = town(4, 30, false, 7);
        infections.set(0, InfectionState.SYMPTOMATIC);
        infections.set(1, InfectionState.SYMPTOMATIC);
        infections.set(2, InfectionState.EXPOSED);
        infections.set(3, InfectionState.SUSCEPTIBLE);
        infections.meet(0, 1, 1);
        infections.meet(2, 3, 1);
        assertThat(IntStream.range(0, 4)).allMatch(person -> infections.exposure(person) == 0);
        infections.meet(3, 0, 1);
        assertThat(infections.exposure(3)).isPositive();
        assertThat(infections.exposure(0)).isZero();
    }

    @Test
    void fivePersonsBringTheInfection() {
        Infections infections = town(100, 30, false, 8);
        assertThat(IntStream.range(0, 100).filter(person -> infections.state(person) == InfectionState.EXPOSED))
                .containsExactly(0, 1, 2, 3, 4);
        assertThat(infections.summary()).containsEntry(InfectionSummary.NONE, 100);
    }

    @ParameterizedTest
    @CsvSource({
        "SUSCEPTIBLE,     0.02, 0.001",
        "ASYMPTOMATIC,    0.02, 0.99",
        "SYMPTOMATIC,     0.3,  0.99",
        "NEEDS_HOSPITAL,  1,    0.99",
        "DEAD,            1,    0"
    })
    void testsAreTakenAndErrAsPublished(InfectionState state, double tested, double positive) {
        Infections infections = allIn(state, 30, 9);
        Tests tests = new Tests(infections, draws(10));
        tests.nextDay();
        double taken = IntStream.range(0, MANY)
                .filter(one -> tests.result(one) != TestResult.UNTESTED)
                .count();
        assertThat(taken / MANY).isCloseTo(tested, within(0.01));
        assertThat(IntStream.range(0, MANY).filter(tests::positive).count() / taken)
                .isCloseTo(positive, within(0.02));
        assertThat(tests.summary().values().stream().mapToInt(count -> count).sum())
                .isEqualTo(MANY);
    }

    @Test
    void whoTestedPositiveAndThenNegativeIsKnownToHaveRecovered() {
        Infections infections = allIn(InfectionState.NEEDS_HOSPITAL, 30, 11);
        Tests tests = new Tests(infections, draws(12));
        tests.nextDay();
        int critical = tests.summary().getOrDefault(InfectionSummary.CRITICAL, 0);
        assertThat(critical).isCloseTo((int) (0.99 * MANY), within(80));
        IntStream.range(0, MANY).forEach(person -> infections.set(person, InfectionState.RECOVERED));
        tests.nextDay();
        int recovered = tests.summary().getOrDefault(InfectionSummary.RECOVERED, 0);
        // once positive, without symptoms: the larger of the rates 0.033 and 0.02
        assertThat(recovered / (double) critical).isCloseTo(0.033, within(0.005));
    }

    @Test
    void bedsGoToWhoTestedCriticalAndAreFreeAgainAfterwards() {
        Infections infections = town(100, 30, false, 13);
        IntStream.range(0, 100).forEach(person -> infections.set(person, InfectionState.NEEDS_HOSPITAL));
        Tests tests = new Tests(infections, draws(14));
        Hospitals hospitals = new Hospitals(infections, tests, 10);
        hospitals.nextDay();
        assertThat(hospitals.patients()).isZero();
        tests.nextDay();
        hospitals.nextDay();
        assertThat(hospitals.patients()).isEqualTo(10);
        assertThat(IntStream.range(0, 100).filter(infections::admitted).count()).isEqualTo(10);
        IntStream.range(0, 100).forEach(person -> infections.set(person, InfectionState.RECOVERED));
        for (int day = 0; day < 3; day++) {
            tests.nextDay();
            hospitals.nextDay();
        }
        assertThat(hospitals.patients()).isZero();
    }
}

package io.clearway.scenario.pandemic;

import io.clearway.network.Seeds;
import io.clearway.scenario.pandemic.infection.Hospitals;
import io.clearway.scenario.pandemic.infection.InfectionRates;
import io.clearway.scenario.pandemic.infection.InfectionSummary;
import io.clearway.scenario.pandemic.infection.Infections;
import io.clearway.scenario.pandemic.infection.Tests;
import io.clearway.scenario.pandemic.town.Draws;
import io.clearway.scenario.pandemic.town.OpeningHours;
import io.clearway.scenario.pandemic.town.Person;
import io.clearway.scenario.pandemic.town.Population;
import io.clearway.scenario.pandemic.town.Town;
import java.util.List;
import java.util.Map;

/** A town in a pandemic, day by day; everything is drawn from one seed. */
final class Epidemic {
    private static final int WORTH_A_WARNING = 10;

    private final Town town;
    private final Infections infections;
    private final Tests tests;
    private final Hospitals hospitals;
    private final Whereabouts whereabouts;
    private final Contacts contacts;
    private int day;

    Epidemic(Town town, long seed) {
        this.town = town;
        Seeds seeds = new Seeds(seed);
        List<Person> persons = Population.draw(town, draws(seeds, "population"));
        Draws infection = draws(seeds, "infection");
        infections = new Infections(persons, InfectionRates.draw(infection), infection);
        tests = new Tests(infections, draws(seeds, "tests"));
        hospitals = new Hospitals(infections, tests, town.size().beds());
        whereabouts = new Whereabouts(town, persons, infections, tests, draws(seeds, "routines"));
        contacts = new Contacts(town, persons, infections, draws(seeds, "contacts"));
    }

    private static Draws draws(Seeds seeds, String purpose) {
        return new Draws(seeds.generator(purpose, 0));
    }

    /** A day of twenty-four hours, at its end infections, tests and hospitals. */
    void nextDay(Measures measures) {
        for (int hour = 0; hour < OpeningHours.HOURS; hour++) {
            whereabouts.move(day, hour, measures);
            contacts.meet(whereabouts, measures);
        }
        infections.nextDay();
        tests.nextDay();
        hospitals.nextDay();
        day++;
    }

    /** Days that went by. */
    int day() {
        return day;
    }

    Town town() {
        return town;
    }

    /** Persons by state. */
    Map<InfectionSummary, Integer> truth() {
        return infections.summary();
    }

    /** Persons by state, as tests tell. */
    Map<InfectionSummary, Integer> known() {
        return tests.summary();
    }

    /** Whether so many are known to be infected that schedules begin. */
    boolean isNoticed() {
        return known().getOrDefault(InfectionSummary.INFECTED, 0) >= WORTH_A_WARNING;
    }

    /** Persons in beds. */
    int patients() {
        return hospitals.patients();
    }
}

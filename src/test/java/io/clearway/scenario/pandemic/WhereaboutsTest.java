package io.clearway.scenario.pandemic;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.scenario.pandemic.infection.InfectionRates;
import io.clearway.scenario.pandemic.infection.Infections;
import io.clearway.scenario.pandemic.infection.Tests;
import io.clearway.scenario.pandemic.town.Draws;
import io.clearway.scenario.pandemic.town.Occupation;
import io.clearway.scenario.pandemic.town.Person;
import io.clearway.scenario.pandemic.town.PlaceKind;
import io.clearway.scenario.pandemic.town.Population;
import io.clearway.scenario.pandemic.town.Town;
import io.clearway.scenario.pandemic.town.TownSize;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two weeks of a town without infections. */
class WhereaboutsTest {
    private final Draws draws = new Draws(new SplittableRandom(1));
    private final Town town = new Town(TownSize.ALL.get(1));
    private final List<Person> persons = Population.draw(town, draws);
    private final Infections infections = new Infections(persons, InfectionRates.draw(draws), draws);
    private final Whereabouts whereabouts =
            new Whereabouts(town, persons, infections, new Tests(infections, draws), draws);

    /** Hours of all persons as visitors of each kind of place. */
    private Map<PlaceKind, Integer> visits(int stage) {
        Map<PlaceKind, Integer> visits = new EnumMap<>(PlaceKind.class);
        Measures measures = Measures.everywhere(RuleBook.AUSTIN, stage);
        for (int day = 0; day < 14; day++) {
            for (int hour = 0; hour < 24; hour++) {
                whereabouts.move(day, hour, measures);
                check(day, hour, measures);
                for (int place = 0; place < town.places(); place++) {
                    visits.merge(town.kind(place), whereabouts.visitors(place), Integer::sum);
                }
            }
        }
        return visits;
    }

    private void check(int day, int hour, Measures measures) {
        for (int person = 0; person < persons.size(); person++) {
            int place = whereabouts.place(person);
            Person who = persons.get(person);
            PlaceKind kind = town.kind(place);
            if (hour < 6) {
                assertThat(place).isEqualTo(who.home());
            } else if (place != who.home()) {
                boolean guestStillThere = kind == PlaceKind.HOME && hour == 20;
                assertThat(guestStillThere || (kind.hours().include(day, hour) && !measures.shut(kind)))
                        .as("%s on day %d at %d", kind.word(), day, hour)
                        .isTrue();
            }
        }
        for (int place = town.first(PlaceKind.GROCERY_STORE); place < town.places(); place++) {
            assertThat(whereabouts.visitors(place))
                    .isLessThanOrEqualTo(town.kind(place).mostVisitors());
        }
    }

    @Test
    void personsVisitOpenPlacesOnlyAndAsOftenAsTheyAreUsedTo() {
        Map<PlaceKind, Integer> visits = visits(0);
        long adults = persons.stream()
                .filter(one -> one.occupation() != Occupation.PUPIL)
                .count();
        assertThat(visits.get(PlaceKind.GROCERY_STORE)).isBetween((int) (1.6 * adults), (int) (2.0 * adults));
        assertThat(visits.get(PlaceKind.RETAIL_STORE)).isBetween((int) (1.6 * adults), (int) (2.0 * adults));
        assertThat(visits.get(PlaceKind.HAIR_SALON)).isBetween(300, 14 * persons.size() / 30 + 60);
        assertThat(visits.get(PlaceKind.BAR)).isPositive();
        assertThat(visits.get(PlaceKind.HOME)).isPositive();
        assertThat(visits.get(PlaceKind.OFFICE)).isZero();
        assertThat(visits.get(PlaceKind.HOSPITAL)).isZero();
    }

    @Test
    void inALockdownPersonsGoForGroceriesOnly() {
        Map<PlaceKind, Integer> visits = visits(4);
        assertThat(visits.get(PlaceKind.GROCERY_STORE)).isGreaterThan(persons.size());
        assertThat(visits.get(PlaceKind.RESTAURANT)).isZero();
        assertThat(visits.get(PlaceKind.RETAIL_STORE)).isZero();
        // one in a hundred does not comply with the ban on gatherings, at each hour of a day that a home has guests
        assertThat(visits.get(PlaceKind.HOME)).isLessThan(persons.size());
    }

    @Test
    void onAWorkingDayWorkersAreAtWorkAndPupilsInSchool() {
        Measures measures = Measures.everywhere(RuleBook.AUSTIN, 0);
        IntStream.range(0, 11).forEach(hour -> whereabouts.move(1, hour, measures));
        for (int person = 0; person < persons.size(); person++) {
            Person who = persons.get(person);
            boolean atSchool = who.occupation() == Occupation.PUPIL;
            boolean atOffice = who.occupation() == Occupation.WORKER && town.kind(who.work()) == PlaceKind.OFFICE;
            if (atSchool || atOffice) {
                assertThat(whereabouts.place(person)).isEqualTo(who.work());
            }
        }
    }
}

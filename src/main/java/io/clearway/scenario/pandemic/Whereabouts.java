package io.clearway.scenario.pandemic;

import io.clearway.scenario.pandemic.infection.InfectionState;
import io.clearway.scenario.pandemic.infection.Infections;
import io.clearway.scenario.pandemic.infection.Tests;
import io.clearway.scenario.pandemic.town.Draws;
import io.clearway.scenario.pandemic.town.OpeningHours;
import io.clearway.scenario.pandemic.town.Person;
import io.clearway.scenario.pandemic.town.PlaceKind;
import io.clearway.scenario.pandemic.town.Town;
import java.util.List;

/** Where every person is, hour by hour. Patients and the dead are nowhere, since they meet nobody. */
final class Whereabouts {
    private static final int NIGHT_ENDS = 6;
    private static final double SETS_OUT = 0.9;
    private static final int LONGEST_VISIT = 2;
    private static final Routine[] ROUTINES = Routine.values();

    private final Town town;
    private final List<Person> persons;
    private final Infections infections;
    private final Tests tests;
    private final Draws draws;
    private final Agenda agenda;
    private final GuestDays guestDays;
    private final int[] place;
    private final int[] busyUntil;
    private final int[] present;
    private final int[] visitors;

    Whereabouts(Town town, List<Person> persons, Infections infections, Tests tests, Draws draws) {
        this.town = town;
        this.persons = persons;
        this.infections = infections;
        this.tests = tests;
        this.draws = draws;
        agenda = new Agenda(town, persons, draws);
        guestDays = new GuestDays(town.size().places(PlaceKind.HOME), draws);
        place = new int[persons.size()];
        busyUntil = new int[persons.size()];
        present = new int[town.places()];
        visitors = new int[town.places()];
        for (int person = 0; person < place.length; person++) {
            place[person] = persons.get(person).home();
            present[place[person]]++;
        }
    }

    /** Place of a person, or {@link Person#NOWHERE}. */
    int place(int person) {
        return place[person];
    }

    /** Visitors in a place. */
    int visitors(int place) {
        return visitors[place];
    }

    /** All persons decide where to be in an hour, one after the other. */
    void move(int day, int hour, Measures measures) {
        if (hour == 0) {
            agenda.beginDay(day);
        }
        int open = openRoutines(day, hour, measures);
        for (int person = 0; person < place.length; person++) {
            goTo(person, destination(person, day, hour, measures, open));
        }
    }

    /** The routines that persons may set out for in an hour, as bits. */
    private static int openRoutines(int day, int hour, Measures measures) {
        int open = 0;
        for (Routine routine : ROUTINES) {
            PlaceKind kind = routine.destination();
            if (routine.when().include(day, hour) && kind.hours().include(day, hour) && !measures.shut(kind)) {
                open |= 1 << routine.ordinal();
            }
        }
        return open;
    }

    private int destination(int person, int day, int hour, Measures measures, int open) {
        Person who = persons.get(person);
        if (infections.admitted(person) || infections.state(person) == InfectionState.DEAD) {
            return Person.NOWHERE;
        }
        if (hour < NIGHT_ENDS || staysHome(person, measures.forPersons())) {
            busyUntil[person] = 0;
            return who.home();
        }
        if (busyUntil[person] > day * OpeningHours.HOURS + hour) {
            return place[person];
        }
        boolean works = who.work() != Person.NOWHERE
                && who.workHours().include(day, hour)
                && !measures.shut(town.kind(who.work()));
        int candidates =
                agenda.due(person) & open & (works ? 1 << Routine.LUNCH.ordinal() : ~(1 << Routine.LUNCH.ordinal()));
        for (int left = candidates; left != 0; left &= left - 1) {
            Routine routine = ROUTINES[Integer.numberOfTrailingZeros(left)];
            int visited = draws.happens(SETS_OUT) ? tryOut(person, routine, day, measures) : Person.NOWHERE;
            if (visited != Person.NOWHERE) {
                agenda.done(person, routine, day);
                int stay = routine == Routine.SOCIAL_VISIT ? draws.between(1, LONGEST_VISIT) : 1;
                busyUntil[person] = day * OpeningHours.HOURS + hour + stay;
                return visited;
            }
        }
        return works ? who.work() : who.home();
    }

    private boolean staysHome(int person, Stage stage) {
        return stage.stayHomeIfSick() && tests.positive(person) && draws.happens(Stage.COMPLIANCE);
    }

    /** A place with room for a visitor; {@link Person#NOWHERE} where there is none now. */
    private int tryOut(int person, Routine routine, int day, Measures measures) {
        if (routine == Routine.SOCIAL_VISIT) {
            boolean complies = draws.happens(Stage.COMPLIANCE);
            int limit = complies
                    ? measures.forPersons().gatheringFor(persons.get(person).highRisk())
                    : Stage.NO_LIMIT;
            int home = guestDays.host(day, draws);
            return home != Person.NOWHERE && present[home] < limit ? home : Person.NOWHERE;
        }
        int chosen = agenda.destination(person, routine);
        return visitors[chosen] < routine.destination().mostVisitors()
                        || persons.get(person).isMemberOf(chosen)
                ? chosen
                : Person.NOWHERE;
    }

    private void goTo(int person, int next) {
        int before = place[person];
        if (before == next) {
            return;
        }
        count(person, before, -1);
        count(person, next, 1);
        place[person] = next;
    }

    private void count(int person, int where, int change) {
        if (where != Person.NOWHERE) {
            present[where] += change;
            visitors[where] += persons.get(person).isMemberOf(where) ? 0 : change;
        }
    }
}

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

    private final Town town;
    private final List<Person> persons;
    private final Infections infections;
    private final Tests tests;
    private final Draws draws;
    private final List<Plan> plans;
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
        plans = Plan.draw(town, persons, draws);
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
        List<Plan> open =
                plans.stream().filter(plan -> plan.isOpen(day, hour, measures)).toList();
        for (int person = 0; person < place.length; person++) {
            goTo(person, destination(person, day, hour, measures, open));
        }
    }

    private int destination(int person, int day, int hour, Measures measures, List<Plan> open) {
        Person who = persons.get(person);
        if (infections.admitted(person) || infections.state(person) == InfectionState.DEAD) {
            return Person.NOWHERE;
        }
        if (hour < NIGHT_ENDS || staysHome(person, measures.forPersons())) {
            busyUntil[person] = 0;
            return who.home();
        }
        int now = day * OpeningHours.HOURS + hour;
        if (busyUntil[person] > now) {
            return place[person];
        }
        boolean works = who.work() != Person.NOWHERE
                && who.workHours().include(day, hour)
                && !measures.shut(town.kind(who.work()));
        for (Plan plan : open) {
            if (plan.routine().duringWork() == works && plan.isDue(person, day) && draws.happens(SETS_OUT)) {
                int visited = tryOut(person, plan, day, measures);
                if (visited != Person.NOWHERE) {
                    plan.done(person, day);
                    busyUntil[person] = now + (isSocial(plan) ? draws.between(1, LONGEST_VISIT) : 1);
                    return visited;
                }
            }
        }
        return works ? who.work() : who.home();
    }

    private static boolean isSocial(Plan plan) {
        return plan.routine() == Routine.SOCIAL_VISIT;
    }

    private boolean staysHome(int person, Stage stage) {
        return stage.stayHomeIfSick() && tests.positive(person) && draws.happens(Stage.COMPLIANCE);
    }

    /** A place with room for a visitor; {@link Person#NOWHERE} where there is none now. */
    private int tryOut(int person, Plan plan, int day, Measures measures) {
        if (isSocial(plan)) {
            boolean complies = draws.happens(Stage.COMPLIANCE);
            int limit = complies
                    ? measures.forPersons().gatheringFor(persons.get(person).highRisk())
                    : Stage.NO_LIMIT;
            int home = guestDays.host(day, draws);
            return home != Person.NOWHERE && present[home] < limit ? home : Person.NOWHERE;
        }
        int chosen = plan.destination(person);
        return visitors[chosen] < plan.routine().destination().mostVisitors()
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

package io.clearway.scenario.pandemic;

import io.clearway.scenario.pandemic.town.Draws;
import io.clearway.scenario.pandemic.town.Person;
import io.clearway.scenario.pandemic.town.PlaceKind;
import io.clearway.scenario.pandemic.town.Town;
import java.util.List;

/** What every person is going to do and since when, and the places they usually do it at. */
final class Agenda {
    private static final Routine[] ROUTINES = Routine.values();
    private static final int NEVER = Integer.MAX_VALUE;

    private final Town town;
    private final Draws draws;
    private final int[][] dueFrom;
    private final int[][] usual;
    private final int[] due;

    /** Draws the first days and the usual places. */
    Agenda(Town town, List<Person> persons, Draws draws) {
        this.town = town;
        this.draws = draws;
        dueFrom = new int[ROUTINES.length][persons.size()];
        usual = new int[ROUTINES.length][persons.size()];
        due = new int[persons.size()];
        for (int person = 0; person < persons.size(); person++) {
            for (Routine routine : ROUTINES) {
                boolean has = Routine.of(persons.get(person)).contains(routine);
                dueFrom[routine.ordinal()][person] = has ? draws.below(routine.everyDays()) : NEVER;
                usual[routine.ordinal()][person] = has ? town.any(routine.destination(), draws) : Person.NOWHERE;
            }
        }
    }

    /** A day begins. */
    void beginDay(int day) {
        for (int person = 0; person < due.length; person++) {
            int mask = 0;
            for (Routine routine : ROUTINES) {
                if (dueFrom[routine.ordinal()][person] <= day) {
                    mask |= 1 << routine.ordinal();
                }
            }
            due[person] = mask;
        }
    }

    /** Routines that a person has not yet done: bit n stands for the n-th one. */
    int due(int person) {
        return due[person];
    }

    /** A routine was done; a trigger that came by meanwhile is lost. */
    void done(int person, Routine routine, int day) {
        due[person] &= ~(1 << routine.ordinal());
        int[] from = dueFrom[routine.ordinal()];
        int missed = (day - from[person]) / routine.everyDays();
        from[person] += (missed + 1) * routine.everyDays();
    }

    /** Where a person goes for a routine that is no visit to a home. */
    int destination(int person, Routine routine) {
        PlaceKind kind = routine.destination();
        return draws.happens(routine.exploration()) ? town.any(kind, draws) : usual[routine.ordinal()][person];
    }
}

package io.clearway.scenario.pandemic;

import io.clearway.scenario.pandemic.town.Draws;
import io.clearway.scenario.pandemic.town.Person;
import io.clearway.scenario.pandemic.town.PlaceKind;
import io.clearway.scenario.pandemic.town.Town;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A routine of all persons: since when it is due, and the places they usually go to. */
final class Plan {
    private static final int NEVER = Integer.MAX_VALUE;

    private final Routine routine;
    private final Town town;
    private final Draws draws;
    private final int[] dueFrom;
    private final int[] usual;

    private Plan(Routine routine, Town town, int persons, Draws draws) {
        this.routine = routine;
        this.town = town;
        this.draws = draws;
        dueFrom = new int[persons];
        usual = new int[persons];
        Arrays.fill(dueFrom, NEVER);
    }

    /** Draws the plans of a town's people, in the order of the routines. */
    static List<Plan> draw(Town town, List<Person> persons, Draws draws) {
        List<Plan> plans = new ArrayList<>();
        for (Routine routine : Routine.values()) {
            plans.add(new Plan(routine, town, persons.size(), draws));
        }
        for (int person = 0; person < persons.size(); person++) {
            Set<Routine> own = Routine.of(persons.get(person));
            for (Plan plan : plans) {
                if (own.contains(plan.routine)) {
                    plan.dueFrom[person] = draws.below(plan.routine.everyDays());
                    plan.usual[person] = town.any(plan.routine.destination(), draws);
                }
            }
        }
        return plans;
    }

    Routine routine() {
        return routine;
    }

    /** Whether persons may set out in an hour. */
    boolean isOpen(int day, int hour, Measures measures) {
        PlaceKind kind = routine.destination();
        return routine.when().include(day, hour) && kind.hours().include(day, hour) && !measures.shut(kind);
    }

    /** Whether a person has not yet done it. */
    boolean isDue(int person, int day) {
        return dueFrom[person] <= day;
    }

    /** A person did it; a trigger that came by meanwhile is lost. */
    void done(int person, int day) {
        int missed = (day - dueFrom[person]) / routine.everyDays();
        dueFrom[person] += (missed + 1) * routine.everyDays();
    }

    /** Where a person goes, if it is no visit to a home. */
    int destination(int person) {
        return draws.happens(routine.exploration()) ? town.any(routine.destination(), draws) : usual[person];
    }
}

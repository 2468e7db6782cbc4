package io.clearway.scenario.pandemic;

import io.clearway.scenario.pandemic.town.Occupation;
import io.clearway.scenario.pandemic.town.OpeningHours;
import io.clearway.scenario.pandemic.town.Person;
import io.clearway.scenario.pandemic.town.PlaceKind;
import java.util.EnumSet;
import java.util.Set;

/** What takes persons from home or work, in the order of preference; each ends after an hour but for social visits. */
@SuppressWarnings("ImmutableEnumChecker") // a record of numbers
enum Routine {
    /** Groceries once a week. */
    GROCERIES(PlaceKind.GROCERY_STORE, 7, Routine.USUAL, OpeningHours.ALWAYS),
    /** Other shopping once a week. */
    SHOPPING(PlaceKind.RETAIL_STORE, 7, Routine.USUAL, OpeningHours.ALWAYS),
    /** The hairdresser once in thirty days. */
    HAIRCUT(PlaceKind.HAIR_SALON, 30, Routine.USUAL, OpeningHours.ALWAYS),
    /** A restaurant on each day of a weekend. */
    WEEKEND_MEAL(PlaceKind.RESTAURANT, 1, Routine.CURIOUS, new OpeningHours(OpeningHours.ALWAYS.hours(), 0b1100000)),
    /** A bar every third day. */
    BAR(PlaceKind.BAR, 3, Routine.CURIOUS, OpeningHours.ALWAYS),
    /** A bar every second day. */
    BAR_OF_RETIRED(PlaceKind.BAR, 2, Routine.CURIOUS, OpeningHours.ALWAYS),
    /** Being a guest in some home that has guests, once a week, for one or two hours. */
    SOCIAL_VISIT(PlaceKind.HOME, 7, 1, OpeningHours.ALWAYS),
    /** Lunch in a restaurant on working days. */
    LUNCH(PlaceKind.RESTAURANT, 1, Routine.USUAL, new OpeningHours(0b111 << 11, 0b0011111));

    /** Probability to go to any place of the kind in place of the usual one. */
    private static final double USUAL = 0.05;

    private static final double CURIOUS = 0.5;
    private static final int OLD_ENOUGH_FOR_VISITS = 12;

    private final PlaceKind destination;
    private final int everyDays;
    private final double exploration;
    private final OpeningHours when;

    Routine(PlaceKind destination, int everyDays, double exploration, OpeningHours when) {
        this.destination = destination;
        this.everyDays = everyDays;
        this.exploration = exploration;
        this.when = when;
    }

    PlaceKind destination() {
        return destination;
    }

    /** Days from one time to the next. */
    int everyDays() {
        return everyDays;
    }

    double exploration() {
        return exploration;
    }

    /** When persons may set out, beside the hours of the place. */
    OpeningHours when() {
        return when;
    }

    /** Whether it is for working hours, and no others. */
    boolean duringWork() {
        return this == LUNCH;
    }

    /** What a person does. */
    static Set<Routine> of(Person person) {
        Set<Routine> routines = switch (person.occupation()) {
            case PUPIL -> EnumSet.of(HAIRCUT, WEEKEND_MEAL);
            case WORKER -> EnumSet.of(GROCERIES, SHOPPING, HAIRCUT, WEEKEND_MEAL, BAR, SOCIAL_VISIT, LUNCH);
            case RETIRED -> EnumSet.of(GROCERIES, SHOPPING, HAIRCUT, WEEKEND_MEAL, BAR_OF_RETIRED, SOCIAL_VISIT);
        };
        if (person.occupation() == Occupation.PUPIL && person.age() >= OLD_ENOUGH_FOR_VISITS) {
            routines.add(SOCIAL_VISIT);
        }
        if (!person.mayEnterBars()) {
            routines.remove(BAR);
        }
        return routines;
    }
}

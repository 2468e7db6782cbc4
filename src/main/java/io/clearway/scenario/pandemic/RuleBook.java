package io.clearway.scenario.pandemic;

import static io.clearway.scenario.pandemic.town.PlaceKind.BAR;
import static io.clearway.scenario.pandemic.town.PlaceKind.HAIR_SALON;
import static io.clearway.scenario.pandemic.town.PlaceKind.OFFICE;
import static io.clearway.scenario.pandemic.town.PlaceKind.RESTAURANT;
import static io.clearway.scenario.pandemic.town.PlaceKind.RETAIL_STORE;
import static io.clearway.scenario.pandemic.town.PlaceKind.SCHOOL;

import java.util.List;
import java.util.Set;

/** Whose regulations there are: the words of the setting {@code regulations} (Kompella et al. 2020). */
@SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
public enum RuleBook {
    /** Five stages, from nothing to a lockdown. */
    AUSTIN(List.of(
            RuleBook.nothing(),
            new Stage(true, true, false, 0, 50, 25, Set.of()),
            new Stage(true, true, true, 0.3, 25, 10, Set.of(SCHOOL, HAIR_SALON)),
            new Stage(true, true, true, 0.5, 0, 0, Set.of(SCHOOL, HAIR_SALON, RESTAURANT, BAR)),
            new Stage(true, true, true, 0.7, 0, 0, Set.of(SCHOOL, HAIR_SALON, RESTAURANT, BAR, OFFICE, RETAIL_STORE)))),
    /** Nothing, or recommendations: two stages. */
    SWEDEN(List.of(RuleBook.nothing(), new Stage(true, true, false, 0.139, 50, 50, Set.of())));

    private final List<Stage> stages;

    RuleBook(List<Stage> stages) {
        this.stages = stages;
    }

    private static Stage nothing() {
        return new Stage(false, false, false, 0, Stage.NO_LIMIT, Stage.NO_LIMIT, Set.of());
    }

    /** From the loosest to the strictest. */
    List<Stage> stages() {
        return stages;
    }
}

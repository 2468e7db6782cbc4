package io.clearway.scenario.pandemic;

import io.clearway.scenario.pandemic.town.ContactRate;
import io.clearway.scenario.pandemic.town.PlaceKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The regulations of a day. The stage of a kind of place says whether its places are open and how many contacts there
 * are; the stage of the population says what persons do.
 */
final class Measures {
    /** Name of the agent that sets the stage of the persons, behind those of the kinds of place. */
    static final String POPULATION = "population";

    private final int[] stages;
    private final Map<PlaceKind, Stage> byKind = new EnumMap<>(PlaceKind.class);
    private final Stage forPersons;

    /** @param stages by agent: the kinds of place in their order, then the population */
    Measures(RuleBook book, int... stages) {
        this.stages = stages.clone();
        int agent = 0;
        for (PlaceKind kind : PlaceKind.values()) {
            byKind.put(kind, book.stages().get(stages[agent++]));
        }
        forPersons = book.stages().get(stages[agent]);
    }

    /** The same stage everywhere. */
    static Measures everywhere(RuleBook book, int stage) {
        int[] stages = new int[agents()];
        Arrays.fill(stages, stage);
        return new Measures(book, stages);
    }

    /** Number of agents. */
    static int agents() {
        return PlaceKind.values().length + 1;
    }

    /** Stages by agent; shared, treat as read-only. */
    int[] stages() {
        return stages;
    }

    private Stage stage(PlaceKind kind) {
        return Objects.requireNonNull(byKind.get(kind));
    }

    /** Number of the stage of the population. */
    int populationStage() {
        return stages[stages.length - 1];
    }

    /** What is demanded of persons. */
    Stage forPersons() {
        return forPersons;
    }

    /** Whether places of a kind are closed by order. */
    boolean shut(PlaceKind kind) {
        return stage(kind).shut().contains(kind);
    }

    /** Contacts in places of a kind. */
    ContactRate contacts(PlaceKind kind) {
        return kind.contacts().distanced(stage(kind).distancing());
    }
}

package io.clearway.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.RoadNetwork.ProgramPhase;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConflictMatrixTest {
    private final ConflictMatrix conflicts = Junction.conflicts();

    @Test
    void crossingMovementsConflictBothWays() {
        assertThat(conflicts.size()).isEqualTo(6);
        assertThat(conflicts.conflict(0, 2)).isTrue();
        assertThat(conflicts.conflict(2, 0)).isTrue();
        assertThat(conflicts.conflict(0, 1)).isFalse();
        assertThat(conflicts.foes(0, 1)).isFalse();
        assertThat(conflicts.find("GrGrrr")).contains(new ConflictMatrix.Conflict(0, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GgrGGg", "GGrrrr", "rrGrrG", "rrrGrG", "rrrrGg", "rgrGrr", "rgrrrG"})
    void greensOfWhichOneYieldsToTheOtherMayStandTogether(String state) {
        assertThat(conflicts.find(state)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rGrGrr, 1, 3", // a turn that yields by law has priority by its light
        "rGrrGr, 1, 4", // a turn with priority over people who walk
        "rrrrGG, 4, 5",
        "rGrgrr, 1, 3", // the wrong one of the two yields
        "ggrgrr, -, -",
        "rrrggr, -, -",
        "grgrrr, 0, 2", // neither yields to the other
        "Grgrrr, 0, 2",
        "rrgrGr, 2, 4"
    })
    void yieldingGreenConflictsWhereItDoesNotYieldToTheOther(String state, String one, String other) {
        String found = conflicts
                .find(state)
                .map(conflict -> conflict.one() + " " + conflict.other())
                .orElse("- -");
        assertThat(found).isEqualTo(one + " " + other);
    }

    @Test
    void vehiclesThatMergeMayBothHavePriorityOnlyWhereTheNetworkSaysWhoYields() {
        assertThat(conflicts.find("rrrrrG")).isEmpty();
        assertThat(conflicts.find("rrGrrG")).isEmpty();
        TrafficLight unclear = new TrafficLight(
                "unclear",
                List.of(
                        new Link(0, "west", "east", 's', List.of(1), List.of()),
                        new Link(1, "south", "east", 'r', List.of(0), List.of())),
                List.of());
        assertThat(ConflictMatrix.of(unclear).find("GG")).contains(new ConflictMatrix.Conflict(0, 1));
    }

    @Test
    void whatAGreenStepOfTheOwnersProgramShowsIsAllowedAndNothingElse() {
        ConflictMatrix owners = Junction.conflicts("rGrGrr", "ryryrr");
        assertThat(owners.find("rGrGrr")).isEmpty();
        assertThat(owners.find("rGrgrr")).isPresent();
        assertThat(owners.find("rrrrGG")).isPresent();
        assertThat(owners.findProtected("rGrGrr")).contains(new ConflictMatrix.Conflict(1, 3));
        assertThat(owners.findProtected("rgrGrr")).isEmpty();
    }

    @Test
    void ofTwoThatTheOwnerLetsIntoOneRoadTheOneThatTurnsMayGiveWay() {
        List<Link> overlapping = List.of(
                new Link(0, "main_0", "exit_0", 'r', List.of(1), List.of()),
                new Link(1, "side_0", "exit_0", 's', List.of(0), List.of(0)));
        TrafficLight owners = new TrafficLight(
                "overlap", overlapping, List.of(new Program("0", "static", 0, List.of(new ProgramPhase(30, "GG")))));
        TrafficLight others = new TrafficLight(
                "apart", overlapping, List.of(new Program("0", "static", 0, List.of(new ProgramPhase(30, "Gr")))));
        assertThat(ConflictMatrix.of(owners).find("gG")).isEmpty();
        assertThat(ConflictMatrix.of(others).find("gG"))
                .as("merging, and the network says who yields")
                .isEmpty();
        List<Link> crossing = List.of(
                new Link(0, "main_0", "exit_1", 'r', List.of(1), List.of()),
                new Link(1, "side_0", "exit_0", 's', List.of(0), List.of(0)));
        TrafficLight two = new TrafficLight("two", crossing, owners.programs());
        assertThat(ConflictMatrix.of(two).find("gG")).isEmpty();
        assertThat(ConflictMatrix.of(new TrafficLight("two", crossing, others.programs()))
                        .find("gG"))
                .contains(new ConflictMatrix.Conflict(0, 1));
    }

    @Test
    void whatAStepOnTheWayToAnotherShowsIsNotTheOwnersWord() {
        assertThat(Junction.conflicts("rGyGrr").find("rGrGrr")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yrGrrr", "GryGrr", "rrrrry"})
    void yellowIsForWhoeverControlsChangesAndNoConflictOfAStage(String state) {
        assertThat(conflicts.find(state)).isEmpty();
    }
}

package io.clearway.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConflictMatrixTest {
    private final ConflictMatrix conflicts = Crossing.conflicts();

    @Test
    void crossingMovementsConflictBothWays() {
        assertThat(conflicts.size()).isEqualTo(4);
        assertThat(conflicts.conflict(0, 2)).isTrue();
        assertThat(conflicts.conflict(2, 0)).isTrue();
        assertThat(conflicts.conflict(0, 1)).isFalse();
        assertThat(conflicts.find("GrGr")).contains(new ConflictMatrix.Conflict(0, 2));
    }

    @Test
    void mergingConflictsOnlyWhereNobodyGivesWay() {
        assertThat(conflicts.conflict(1, 2)).isFalse();
        assertThat(conflicts.conflict(2, 3)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gGGr", "GGrG", "yrGr", "rGGr", "GrgG"})
    void greenThatGivesWayAndYellowConflictWithNone(String state) {
        assertThat(conflicts.find(state)).isEmpty();
    }
}

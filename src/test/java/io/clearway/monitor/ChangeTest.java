package io.clearway.monitor;

import static io.clearway.monitor.Junction.CLEARANCE;
import static io.clearway.monitor.Junction.MINIMUM_GREEN;
import static io.clearway.monitor.Junction.WALK_CLEARANCE;
import static io.clearway.monitor.Junction.YELLOW;
import static io.clearway.monitor.Trip.Kind.GREEN_AGAINST_YELLOW;
import static io.clearway.monitor.Trip.Kind.MISSING_YELLOW;
import static io.clearway.monitor.Trip.Kind.SHORT_CLEARANCE;
import static io.clearway.monitor.Trip.Kind.SHORT_GREEN;
import static io.clearway.monitor.Trip.Kind.SHORT_WALK_CLEARANCE;
import static io.clearway.monitor.Trip.Kind.SHORT_YELLOW;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes of the state show: each fault and its legal twin. */
class ChangeTest {
    private static final int RED = CLEARANCE - YELLOW;

    @Test
    void aFullCycleWithTheTimesOfTheSheetPasses() {
        Watch watch = Watch.of();
        for (int cycle = 0; cycle < 3; cycle++) {
            watch.shows("GrgGg", MINIMUM_GREEN)
                    .shows("Grgrg", 2)
                    .shows("yryry", YELLOW)
                    .shows("rrrrr", RED + 1)
                    .shows("rGrrg", MINIMUM_GREEN)
                    .shows("ryrry", YELLOW)
                    .shows("rrrrr", RED);
        }
        assertThat(watch.kind()).isEmpty();
    }

    @Test
    void aYellowOfTheSheetPassesAndAShorterOneTrips() {
        assertThat(Watch.of()
                        .shows("Grrrr", 9)
                        .shows("yrrrr", YELLOW)
                        .shows("rrrrr", 1)
                        .kind())
                .isEmpty();
        Watch shorter = Watch.of().shows("Grrrr", 9).shows("yrrrr", YELLOW - 1).shows("rrrrr", 1);
        assertThat(shorter.kind()).contains(SHORT_YELLOW);
        assertThat(shorter.description()).isEqualTo("index 0 showed yellow for 2 s; 3 s are required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rrrrr", "urrrr", "srrrr"})
    void aGreenThatEndsWithoutYellowTrips(String after) {
        Watch watch = Watch.of().shows("Grrrr", 9).shows(after, 1);
        assertThat(watch.kind()).contains(MISSING_YELLOW);
        assertThat(watch.description()).isEqualTo("index 0 lost green without yellow; 3 s are required");
    }

    @Test
    void aWalkEndsWithoutYellow() {
        assertThat(Watch.of().shows("rrrGr", 9).shows("rrrrr", 1).kind()).isEmpty();
    }

    @Test
    void priorityThatBecomesYieldingIsNoEndOfGreen() {
        assertThat(Watch.of().shows("rrrrG", 9).shows("rrrrg", 1).kind()).isEmpty();
    }

    @Test
    void theClearanceOfTheSheetPassesAndAShorterOneTrips() {
        Watch legal = Watch.of()
                .shows("Grrrr", 9)
                .shows("yrrrr", YELLOW)
                .shows("rrrrr", RED)
                .shows("rGrrr", 1);
        assertThat(legal.kind()).isEmpty();
        Watch shorter = Watch.of()
                .shows("Grrrr", 9)
                .shows("yrrrr", YELLOW)
                .shows("rrrrr", RED - 1)
                .shows("rGrrr", 1);
        assertThat(shorter.kind()).contains(SHORT_CLEARANCE);
        assertThat(shorter.description()).isEqualTo("index 1 got green 4 s after index 0 lost it; 5 s are required");
    }

    @Test
    void theClearanceOfAWalkPassesAndAShorterOneTrips() {
        assertThat(Watch.of()
                        .shows("rrrGr", 9)
                        .shows("rrrrr", WALK_CLEARANCE)
                        .shows("rGrrr", 1)
                        .kind())
                .isEmpty();
        Watch shorter =
                Watch.of().shows("rrrGr", 9).shows("rrrrr", WALK_CLEARANCE - 1).shows("rGrrr", 1);
        assertThat(shorter.kind()).contains(SHORT_WALK_CLEARANCE);
        assertThat(shorter.description())
                .isEqualTo("index 1 got green 7 s after index 3 lost its walk; 8 s are required");
    }

    @Test
    void aTurnThatYieldsToTheWalkGetsPriorityOnlyAfterItsClearance() {
        Watch shorter =
                Watch.of().shows("rrrGg", 9).shows("rrrrg", WALK_CLEARANCE - 1).shows("rrrrG", 1);
        assertThat(shorter.kind()).contains(SHORT_WALK_CLEARANCE);
        assertThat(Watch.of()
                        .shows("rrrGg", 9)
                        .shows("rrrrg", WALK_CLEARANCE)
                        .shows("rrrrG", 1)
                        .kind())
                .isEmpty();
    }

    @Test
    void aWalkWaitsForTheRoadItCrosses() {
        Watch legal = Watch.of()
                .shows("rGrrr", 9)
                .shows("ryrrr", YELLOW)
                .shows("rrrrr", RED)
                .shows("rrrGr", 1);
        assertThat(legal.kind()).isEmpty();
        Watch early = Watch.of().shows("rGrrr", 9).shows("ryrrr", YELLOW).shows("rrrGr", 1);
        assertThat(early.kind()).contains(SHORT_CLEARANCE);
    }

    @Test
    void aPermissiveLeftTurnGetsPriorityOnlyAfterTheYellowAndClearanceOfTheOncomingTraffic() {
        Watch duringYellow = Watch.of().shows("Grgrr", 9).shows("yrgrr", 1).shows("yrGrr", 1);
        assertThat(duringYellow.kind()).contains(GREEN_AGAINST_YELLOW);
        Watch early = Watch.of().shows("Grgrr", 9).shows("yrgrr", YELLOW).shows("rrGrr", 1);
        assertThat(early.kind()).contains(SHORT_CLEARANCE);
        Watch legal = Watch.of()
                .shows("Grgrr", 9)
                .shows("yrgrr", YELLOW)
                .shows("rrgrr", RED)
                .shows("rrGrr", 1);
        assertThat(legal.kind()).isEmpty();
    }

    @Test
    void aGreenThatMayStandBesideAYellowMayNotBeginThen() {
        Watch watch = Watch.of().shows("Grrrr", 9).shows("yrrrr", 1).shows("yrgrr", 1);
        assertThat(watch.kind()).contains(GREEN_AGAINST_YELLOW);
        assertThat(watch.description()).isEqualTo("index 2 got 'g' while index 0, which conflicts with it, has yellow");
    }

    @Test
    void aFoeThatGoesOnBesideTheNewGreenNeedsNoClearance() {
        assertThat(Watch.of().shows("rGrrr", 9).shows("rGrrG", 1).kind()).isEmpty();
    }

    @Test
    void greenThatTakesOverWithinOneSecondTrips() {
        assertThat(Watch.of().shows("rrrGr", 9).shows("rGrrr", 1).kind()).contains(SHORT_WALK_CLEARANCE);
    }

    @Test
    void aMinimumGreenPassesAndAShorterOneTrips() {
        Watch legal = Watch.of().shows("rrrrr", 1).shows("Grrrr", MINIMUM_GREEN).shows("yrrrr", 1);
        assertThat(legal.kind()).isEmpty();
        Watch shorter =
                Watch.of().shows("rrrrr", 1).shows("Grrrr", MINIMUM_GREEN - 1).shows("yrrrr", 1);
        assertThat(shorter.kind()).contains(SHORT_GREEN);
        assertThat(shorter.description()).isEqualTo("index 0 showed green for 5 s; 6 s are required");
    }

    @Test
    void aMinimumWalkPassesAndAShorterOneTrips() {
        Watch legal = Watch.of().shows("rrrrr", 1).shows("rrrGr", MINIMUM_GREEN).shows("rrrrr", 1);
        assertThat(legal.kind()).isEmpty();
        Watch shorter =
                Watch.of().shows("rrrrr", 1).shows("rrrGr", MINIMUM_GREEN - 1).shows("rrrrr", 1);
        assertThat(shorter.kind()).contains(SHORT_GREEN);
    }

    @Test
    void timesWhoseBeginningWasNotSeenPass() {
        assertThat(Watch.of().shows("Grrrr", 1).shows("yrrrr", YELLOW).kind()).isEmpty();
        assertThat(Watch.of().shows("yrrrr", 1).shows("rGrrr", 1).kind()).isEmpty();
    }
}

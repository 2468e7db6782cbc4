package io.clearway.monitor;

import static io.clearway.monitor.Trip.Kind.CONFLICTING_GREEN;
import static io.clearway.monitor.Trip.Kind.DARK;
import static io.clearway.monitor.Trip.Kind.GREEN_AGAINST_YELLOW;
import static io.clearway.monitor.Trip.Kind.UNKNOWN_STATE;
import static io.clearway.monitor.Trip.Kind.WRONG_LENGTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.simulation.RoadNetwork.Link;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a single state shows to a monitor that has not seen anything before. */
class SingleStateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rrrrr", "uusrr", "Grrrr", "GrgrG", "grgrr", "GrgGg", "Grggg", "rGrrg", "rGrrG", "rgrrg", "rgrrG",
                "yryrr", "yrgrr", "Gryrr", "ryrrG", "rrrGy", "YrYry"
            })
    void legalStatesPass(String state) {
        assertThat(Watch.of().shows(state, 3).kind()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GGrrr", "Ggrrr", "gGrrr", "ggrrr", "GrGrr", "grGrr", "rGgrr", "rGrGr", "rgrGr", "rGrgr", "rgrgr",
                "rrrGG", "rrrgG"
            })
    void conflictingGreensTrip(String state) {
        assertThat(Watch.of().shows(state, 1).kind()).contains(CONFLICTING_GREEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yGrrr", "Gyrrr", "Ygrrr", "yrGrr", "ryrGr", "rYrgr", "rrryG", "rgryG"})
    void greenBesideAConflictingYellowTrips(String state) {
        assertThat(Watch.of().shows(state, 1).kind()).contains(GREEN_AGAINST_YELLOW);
    }

    @Test
    void anIndexThatGoesFromRedToYellowBesideAConflictingGreenTrips() {
        assertThat(Watch.of().shows("Grrrr", 9).shows("Gyrrr", 1).kind()).contains(GREEN_AGAINST_YELLOW);
    }

    @Test
    void aPairOfGreensOfTheOwnersProgramPasses() {
        assertThat(Watch.of("GrGrr", "yryrr", "rGrGr").shows("GrGrr", 3).kind()).isEmpty();
        assertThat(Watch.of("GrGrr", "yryrr", "rGrGr").shows("rGrGr", 3).kind()).isEmpty();
    }

    @Test
    void anotherPairOfTheSameIndicesTrips() {
        assertThat(Watch.of("GrGrr").shows("grGrr", 1).kind()).contains(CONFLICTING_GREEN);
    }

    @Test
    void aPairThatTheOwnersProgramShowsBesideYellowOnlyTrips() {
        assertThat(Watch.of("GrGyr").shows("GrGrr", 1).kind()).contains(CONFLICTING_GREEN);
    }

    @Test
    void aProgramForAnotherNumberOfIndicesIsLeftOut() {
        assertThat(Watch.of("GrG").shows("GrGrr", 1).kind()).contains(CONFLICTING_GREEN);
    }

    @Test
    void movementsFromOneLaneDoNotConflict() {
        List<Link> links = List.of(
                new Link(0, "north_0", "south_0", 's', List.of(1), List.of()),
                new Link(1, "north_0", "east_0", 'l', List.of(0), List.of()));
        assertThat(Watch.of(Junction.light(links)).shows("GGrrr", 3).kind()).isEmpty();
    }

    @Test
    void movementsThatMergeConflictWhereNobodyYields() {
        List<Link> links = List.of(
                new Link(0, "north_0", "south_0", 's', List.of(1), List.of()),
                new Link(1, "west_0", "south_0", 'r', List.of(0), List.of()));
        assertThat(Watch.of(Junction.light(links)).shows("GGrrr", 1).kind()).contains(CONFLICTING_GREEN);
    }

    @Test
    void anIndexYieldsOnlyIfAllOfItsMovementsTowardsTheFoeDo() {
        List<Link> links = List.of(
                new Link(0, "north_0", "south_0", 's', List.of(1), List.of()),
                new Link(1, "south_0", "west_0", 'l', List.of(0), List.of(0)),
                new Link(1, "south_0", "north_0", 't', List.of(0), List.of()));
        assertThat(Watch.of(Junction.light(links)).shows("Ggrrr", 1).kind()).contains(CONFLICTING_GREEN);
    }

    @Test
    void aFoeNamedByOneSideOnlyIsAFoe() {
        List<Link> links = List.of(
                new Link(0, "north_0", "south_0", 's', List.of(), List.of()),
                new Link(1, "west_0", "east_0", 's', List.of(0), List.of()));
        assertThat(Watch.of(Junction.light(links)).shows("GGrrr", 1).kind()).contains(CONFLICTING_GREEN);
    }

    @Test
    void theTripNamesBothIndicesAndWhatTheyShow() {
        Trip trip = Watch.of().shows("rrrGG", 1).monitor.trip().orElseThrow();
        assertThat(trip)
                .isEqualTo(new Trip(
                        CONFLICTING_GREEN,
                        101,
                        "rrrGG",
                        3,
                        4,
                        "index 3 shows 'G' while index 4, which conflicts with it, shows 'G'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ooooo", "OoOoO", "oo", "Gorrr", "GrgrO"})
    void aSignalThatIsOffTrips(String state) {
        assertThat(Watch.of().shows("GrgrG", 9).shows(state, 1).kind()).contains(DARK);
    }

    @Test
    void anIndexThatTheOwnerSwitchesOffMayBeOff() {
        assertThat(Watch.of("GrgrO").shows("GrgrO", 3).kind()).isEmpty();
        assertThat(Watch.of("GrgrO").shows("GrgoO", 1).kind()).contains(DARK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"G", "Grgr", "GrgrGr", "GrgrGrGrgrGrGrgrG"})
    void aStateOfWrongLengthTripsAndIsSurvived(String state) {
        Watch watch = Watch.of().shows("GrgrG", 9).shows(state, 2).shows("GrgrG", 9);
        assertThat(watch.kind()).contains(WRONG_LENGTH);
        assertThat(watch.description())
                .isEqualTo("the state has %d characters; the signal has 5 indices".formatted(state.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GrgrX", "Grg G", "GrgRG", "\u0000\uD83D\uDEA6rG"})
    void anUnknownCharacterTripsAndIsSurvived(String state) {
        Watch watch = Watch.of().shows("GrgrG", 9).shows(state, 2).shows("GrgrG", 9);
        assertThat(watch.kind()).contains(UNKNOWN_STATE);
    }

    @Test
    void aTimingForAnotherSignalIsRefused() {
        List<Link> links = List.of(new Link(5, "north_0", "south_0", 's', List.of(), List.of()));
        assertThatThrownBy(() -> new SignalMonitor(Junction.light(links), Junction.timing()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'J' has 5 signal indices, its link from 'north_0' has index 5");
    }
}

package io.clearway.timing;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.simulation.RoadMap.Point;
import io.clearway.simulation.RoadNetwork.Link;
import io.clearway.simulation.RoadNetwork.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against numbers worked out by hand. */
class TimingFormulasTest {
    @ParameterizedTest(name = "{0} m/s: {1} s, {2}")
    @CsvSource({
        "0, 3, the shortest of MUTCD",
        "8.33, 3, 30 km/h: 1 + 8.33 / 6.1 = 2.4",
        "13.89, 3, 50 km/h: 1 + 13.89 / 6.1 = 3.3",
        "14.00, 3, 50.4 km/h is a rounded 50",
        "16.67, 4, 60 km/h: 1 + 16.67 / 6.1 = 3.7",
        "19.44, 5, '70 km/h: 4.2, but 5 by RiLSA'",
        "20, 5, '72 km/h: 4.3, but 5 by RiLSA'",
        "27.78, 6, 100 km/h: 1 + 27.78 / 6.1 = 5.6",
        "36.11, 6, 130 km/h: the longest of MUTCD"
    })
    void yellowIsByTheSpeedOfTheApproach(double speed, int seconds, String why) {
        assertThat(TimingFormulas.yellowSeconds(speed, 0)).as(why).isEqualTo(seconds);
    }

    @ParameterizedTest(name = "{0} m/s, grade {1}: {2} s, {3}")
    @CsvSource({
        "13.89, 0, 3, '1 + 13.89 / 6.1 = 3.28'",
        "13.89, -0.03, 4, '1 + 13.89 / (6.1 - 0.59) = 3.52'",
        "13.89, -0.02, 3, '1 + 13.89 / (6.1 - 0.39) = 3.43'",
        "13.89, 0.10, 3, 'uphill is taken as level, not as 1 + 13.89 / 8.06 = 2.7'",
        "19.44, 0.10, 5, 'nor below the 5 s of RiLSA'",
        "13.89, -0.15, 5, '1 + 13.89 / (6.1 - 2.94) = 5.4'",
        "13.89, -0.31, 5, 'a braking car would slide: 15 % at most'",
        "20, -0.10, 6, '1 + 20 / (6.1 - 1.96) = 5.83'",
        "25, -0.12, 6, '1 + 25 / (6.1 - 2.35) = 7.7, the longest of MUTCD'"
    })
    void yellowIsLongerDownhillAndNotShorterUphill(double speed, double grade, int seconds, String why) {
        assertThat(TimingFormulas.yellowSeconds(speed, grade)).as(why).isEqualTo(seconds);
    }

    @Test
    void bicyclesOneSecondAndFourMetersASecond() {
        // 1 + 24 / 4 - 10 / 11.11 = 6.1
        assertThat(TimingFormulas.bicycleIntergreenSeconds(west('s', 0), north(), 3))
                .isEqualTo(7);
        // their speed is the same when they turn, and where the limit is higher
        assertThat(TimingFormulas.bicycleIntergreenSeconds(west('l', 13.89), north(), 3))
                .isEqualTo(7);
        // back: 1 + 10 / 4 - 24 / 11.11 = 1.3, not shorter than yellow
        assertThat(TimingFormulas.bicycleIntergreenSeconds(north(), west('s', 0), 3))
                .isEqualTo(3);
    }

    @Test
    void tramsAreLongAndBrakeLate() {
        // 13.89 / 2.8 + (24 + 15) / 10 - 0.9 = 4.96 + 3.9 - 0.9 = 7.96
        assertThat(TimingFormulas.tramIntergreenSeconds(west('s', 0), north(), 3, 13.89))
                .isEqualTo(8);
        // turning, at least 3 s to cross: 3 + 39 / 7 - 0.9 = 7.7
        assertThat(TimingFormulas.tramIntergreenSeconds(west('l', 0), north(), 3, 5))
                .isEqualTo(8);
        // 19.44 / 2.8 + 3.9 - 0.9 = 9.9
        assertThat(TimingFormulas.tramIntergreenSeconds(west('s', 0), north(), 3, 19.44))
                .isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"12.8, 11", "12, 10", "12.01, 11", "3, 3", "0, 0"})
    void walkClearanceIsTheCrossingsLengthAtWalkingSpeed(double meters, int seconds) {
        assertThat(TimingFormulas.walkClearanceSeconds(new Path(true, meters, 1.2, List.of())))
                .isEqualTo(seconds);
    }

    @Test
    void straightOnThreeSecondsAndTenMetersASecondLessTheTimeToEnter() {
        // 3 + (24 + 6) / 10 - 10 / 11.11 = 5.1
        assertThat(TimingFormulas.vehicleIntergreenSeconds(west('s', 0), north(), 3))
                .isEqualTo(6);
        // no shorter than yellow
        assertThat(TimingFormulas.vehicleIntergreenSeconds(west('s', 0), north(), 7))
                .isEqualTo(7);
    }

    @Test
    void turningTwoSecondsAndSevenMetersASecond() {
        // 2 + 30 / 7 - 0.9 = 5.4
        assertThat(TimingFormulas.vehicleIntergreenSeconds(west('l', 0), north(), 3))
                .isEqualTo(6);
        // at 5 m/s: 2 + 30 / 5 - 0.9 = 7.1
        assertThat(TimingFormulas.vehicleIntergreenSeconds(west('l', 5), north(), 3))
                .isEqualTo(8);
    }

    @Test
    void whoWalksMayBeginAtTheCurb() {
        Link crossing = new Link(
                2,
                "corner",
                "crossing",
                's',
                List.of(),
                List.of(),
                new Path(true, 20, 1.2, List.of(new Point(24, 10), new Point(24, -10))));
        // 3 + 30 / 10, without a time to enter
        assertThat(TimingFormulas.vehicleIntergreenSeconds(west('s', 0), crossing, 3))
                .isEqualTo(6);
        assertThat(TimingFormulas.vehicleIntergreenSeconds(west('s', 0), north(), 3))
                .isEqualTo(6);
    }

    /** Meets the one from the north after 24 m. */
    private static Link west(char direction, double limit) {
        return new Link(
                0,
                "west",
                "east",
                direction,
                List.of(),
                List.of(),
                new Path(false, 40, limit, List.of(new Point(0, 0), new Point(40, 0))));
    }

    /** Meets the one from the west after 10 m. */
    private static Link north() {
        return new Link(
                1,
                "north",
                "south",
                's',
                List.of(),
                List.of(),
                new Path(false, 40, 13.89, List.of(new Point(24, 10), new Point(24, -30))));
    }
}

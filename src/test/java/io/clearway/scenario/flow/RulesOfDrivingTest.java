package io.clearway.scenario.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The driver model and the FollowerStopper against values reckoned by hand. */
class RulesOfDrivingTest {
    private final IntelligentDriver driver =
            new IntelligentDriver(ClosedRoads.ring(Path.of("unused")).traffic());

    @Test
    void aDriverAloneSpeedsUpAsHardAsItCanAndNoFurtherThanTheHighestSpeed() {
        assertThat(driver.acceleration(0, 1e9, 0)).isEqualTo(2.6, within(1e-9));
        assertThat(driver.acceleration(30, 1e9, 30)).isEqualTo(0, within(1e-6));
    }

    @Test
    void aDriverStandsAtTheMinimumGapAndBrakesWhenItComesNear() {
        assertThat(driver.acceleration(0, 2.5, 0)).isEqualTo(0, within(1e-9));
        // wanted gap 2.5 + 10 + 10 · 10 / (2 √(2.6 · 4.5)) = 27.117 m
        assertThat(driver.acceleration(10, 20, 0))
                .isEqualTo(2.6 * (1 - Math.pow(1 / 3.0, 4) - Math.pow(27.117 / 20, 2)), within(1e-3));
    }

    @Test
    void uniformTrafficOnTheRingDrivesAsFastAsItWasFoundTo() {
        assertThat(driver.uniformSpeed(260.4 / 22 - 5)).isEqualTo(4.334, within(2e-3));
    }

    @ParameterizedTest
    @CsvSource({
        // speed, gap, leader's speed, command at U = 4
        "3, 4.5, 3, 0",
        "3, 4.875, 3, 1.5",
        "3, 5.25, 3, 3",
        "3, 5.625, 3, 3.5",
        "3, 6.1, 3, 4",
        // a faster leader counts as one at U
        "3, 4.875, 9, 2",
        // approached at 1.5 m/s the gaps are 5.25, 6.375 and 8.25 m
        "3, 5.25, 1.5, 0",
        "3, 5.8125, 1.5, 0.75",
        "3, 7.3125, 1.5, 2.75",
        "3, 8.3, 1.5, 4"
    })
    void theFollowerStopperCommandsByGapAndApproach(double speed, double gap, double leader, double command) {
        assertThat(new FollowerStopper(4).command(speed, gap, leader)).isEqualTo(command, within(1e-9));
    }
}

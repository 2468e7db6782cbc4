package io.clearway.scenario.power.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProfilesTest {
    /** At the equinox the sun stands 90° − 38.7° high at noon: 1.098 · 0.7804 · e^(−0.057/0.7804) = 0.7965. */
    @Test
    void theClearSkyFollowsTheSun() {
        assertThat(DayShapes.clearSky(80, 12)).isCloseTo(0.7965, within(0.005));
        assertThat(DayShapes.clearSky(172, 12)).isBetween(0.95, 1.05);
        assertThat(DayShapes.clearSky(172, 1)).isZero();
        assertThat(DayShapes.clearSky(10, 9)).isCloseTo(DayShapes.clearSky(10, 15), within(1e-12));
    }

    @Test
    void loadsPeakOnWinterEveningsOfWorkingDays() {
        assertThat(DayShapes.load(14, 20.5)).isBetween(0.97, 1.05);
        assertThat(DayShapes.load(14, 20.5)).isGreaterThan(DayShapes.load(14, 4) * 1.8);
        assertThat(DayShapes.load(14, 9.5)).isGreaterThan(DayShapes.load(12, 9.5));
        assertThat(DayShapes.load(14, 20.5)).isGreaterThan(DayShapes.load(196, 20.5));
        assertThat(DayShapes.load(3, 23.99)).isCloseTo(DayShapes.load(3, 0), within(0.01));
    }

    @Test
    void noiseOnlyAddsAndSeedsRepeat() {
        Profiles noisy = new Profiles(5, 3, true, 8);
        Profiles again = new Profiles(5, 3, true, 8);
        Profiles other = new Profiles(5, 3, true, 9);
        noisy.advance();
        again.advance();
        double[] loads = noisy.loads();
        assertThat(loads).isEqualTo(again.loads());
        assertThat(loads).isNotEqualTo(other.loads());
        double[] quiet = new Profiles(5, 3, false, 8).loads();
        double[] first = new Profiles(5, 3, true, 8).loads();
        for (int load = 0; load < 5; load++) {
            assertThat(first[load]).isBetween(quiet[load], quiet[load] + 0.01);
        }
    }

    @Test
    void sunAndLoadsStayWithinTheirPeaksOverHalfADay() {
        for (long seed = 0; seed < 20; seed++) {
            Profiles day = new Profiles(10, 4, true, seed);
            for (int step = 0; step < 240; step++) {
                assertThat(Arrays.stream(day.sun()).boxed()).allMatch(share -> share >= 0 && share <= 1.02);
                assertThat(Arrays.stream(day.loads()).average().orElseThrow()).isBetween(0.2, 1.25);
                day.advance();
            }
        }
    }
}

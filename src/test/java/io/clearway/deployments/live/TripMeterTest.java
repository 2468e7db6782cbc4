package io.clearway.deployments.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.deployments.ModeTrips;
import io.clearway.metric.TravelMode;
import io.clearway.simulation.trips.VehicleLoss;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TripMeterTest {
    private final TripMeter meter = new TripMeter();

    private static VehicleLoss car(String id, double lost) {
        return new VehicleLoss(id, TravelMode.CAR, lost);
    }

    private void sample(double seconds, VehicleLoss... losses) {
        meter.sample(seconds, Arrays.asList(losses));
    }

    @Test
    void aVehicleThatIsMissingHasEndedItsTripWithWhatItHadLost() {
        sample(0);
        sample(5, car("a", 1), new VehicleLoss("b", TravelMode.BUS, 2));
        sample(10, car("a", 3), new VehicleLoss("b", TravelMode.BUS, 4));
        assertThat(meter.trips()).isEmpty();
        sample(15, new VehicleLoss("b", TravelMode.BUS, 4));
        assertThat(meter.trips()).containsExactly(new ModeTrips("car", 1, 3, 1, 3));
        sample(20);
        assertThat(meter.trips()).containsExactly(new ModeTrips("car", 1, 3, 1, 3), new ModeTrips("bus", 1, 4, 1, 4));
    }

    @Test
    void whatWasLostBeforeTheDriveDoesNotCount() {
        sample(100, car("a", 50));
        sample(105, car("a", 52), car("late", 1));
        sample(110);
        assertThat(meter.trips()).containsExactly(new ModeTrips("car", 2, 3, 2, 3));
    }

    @Test
    void recentAreTheTripsOfTheLastQuarterOfAnHour() {
        for (int second = 0; second <= 3600; second += 5) {
            // one ends every 10 s, and each loses 7 s
            VehicleLoss[] there = second % 10 == 5 ? new VehicleLoss[] {car("v" + second, 7)} : new VehicleLoss[0];
            sample(second, there);
        }
        assertThat(meter.trips()).containsExactly(new ModeTrips("car", 360, 2520, 90, 630));
    }

    @Test
    void samplesAreDueEveryFiveSeconds() {
        assertThat(meter.isDue(0)).isTrue();
        meter.sample(0, List.of());
        assertThat(meter.isDue(4)).isFalse();
        assertThat(meter.isDue(5)).isTrue();
    }
}

package io.clearway.sumo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.metric.TravelMode;
import io.clearway.metric.TripMeasures;
import io.clearway.simulation.AdditionalElements;
import io.clearway.simulation.SimulationOptions;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TripStatistics;
import io.clearway.simulation.trips.LaneTotals;
import io.clearway.simulation.trips.RecordDetail;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trips as SUMO records them, on a crossing that more vehicles want to enter than can. */
class TripsTest {
    private static final int VEHICLES_PER_HOUR = 3000;
    private static final double END_SECONDS = 500;

    @TempDir
    Path cache;

    private TripStatistics play(RecordDetail detail) {
        SumoSimulator simulator = Crossing.simulator(cache);
        SimulationSetup setup = new SimulationSetup(
                simulator.compile(Crossing.source()),
                Crossing.demand(VEHICLES_PER_HOUR),
                AdditionalElements.NONE,
                SimulationOptions.of(1, 1, -1).with(detail));
        if (detail == RecordDetail.COMPLETE) {
            setup = setup.counting(setup.network().roads().lanesById().keySet().stream()
                    .sorted()
                    .toList());
        }
        try (TrafficSimulation simulation = simulator.start(setup)) {
            simulation.subscribe(new SubscriptionSpec(List.of(), List.of(), List.of(), List.of()));
            simulation.advance(Map.of(), END_SECONDS);
            return simulation.finish();
        }
    }

    @Test
    void everyDueVehicleCountsWhetherItArrivedOrNeverEntered() {
        TripStatistics statistics = play(RecordDetail.TRIPS);
        TripMeasures trips = statistics.travel().vehicles();
        assertThat(trips.counts().due()).isEqualTo(statistics.vehicles().loaded());
        assertThat(trips.counts().arrived())
                .isEqualTo(statistics.vehicles().arrived())
                .isPositive();
        assertThat(trips.counts().notInserted())
                .isEqualTo(statistics.vehicles().waitingToEnter())
                .isPositive();
        // time in the system is the sum over trips of departure delay and duration, to a step per vehicle
        double desired = trips.times().delaySeconds() * trips.counts().due();
        assertThat(desired).isLessThan(statistics.timeInSystemVehicleHours() * 3600);
        assertThat(statistics.travel().byMode()).containsOnlyKeys(TravelMode.CAR);
    }

    @Test
    void lanesLoseWhatTheirVehiclesLose() {
        TripStatistics statistics = play(RecordDetail.COMPLETE);
        TripMeasures trips = statistics.travel().vehicles();
        double byLane = statistics.travel().lanes().values().stream()
                .mapToDouble(LaneTotals::timeLossSeconds)
                .sum();
        double byTrip = trips.times().timeLossSeconds() * trips.counts().due();
        assertThat(byLane).isCloseTo(byTrip, within(0.01 * byTrip));
        assertThat(trips.emissions().carbonDioxideKilograms()).isPositive();
    }

    @Test
    void vehiclesHaltOnLanesAsOftenAsTheyStopOnTheirTrips() {
        TripStatistics statistics = play(RecordDetail.COMPLETE);
        double byLane = statistics.travel().lanes().values().stream()
                .mapToDouble(LaneTotals::halts)
                .sum();
        double byTrip = statistics.travel().vehicles().times().stops()
                * statistics.travel().vehicles().counts().due();
        // one that halts across the end of a lane may be counted on both
        assertThat(byLane).isPositive().isCloseTo(byTrip, within(0.02 * byTrip));
    }

    @Test
    void recordingMoreDoesNotChangeTheTraffic() {
        TripStatistics less = play(RecordDetail.TRIPS);
        TripStatistics more = play(RecordDetail.COMPLETE);
        assertThat(more.vehicles()).isEqualTo(less.vehicles());
        assertThat(more.timeInSystemVehicleHours()).isEqualTo(less.timeInSystemVehicleHours());
        assertThat(more.travel().vehicles().times())
                .isEqualTo(less.travel().vehicles().times());
        assertThat(less.travel().lanes()).isEmpty();
        assertThat(less.travel().vehicles().emissions().recorded()).isFalse();
    }
}

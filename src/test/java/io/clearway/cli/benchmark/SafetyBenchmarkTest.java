package io.clearway.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.scenario.LiveScenario;
import io.clearway.scenario.SumoCatalog;
import io.clearway.setting.Settings;
import org.junit.jupiter.api.Test;

class SafetyBenchmarkTest {
    @Test
    void envelopesAndMonitorsAreTimedApartAndNothingTrips() {
        LiveScenario grid = (LiveScenario) SumoCatalog.scenario("grid-5x5");
        SafetyBenchmark.Result result = new SafetyBenchmark(grid.live(Settings.none()), 300, 1).run(2);
        assertThat(result.signals()).isEqualTo(25);
        assertThat(result.trips()).isZero();
        assertThat(result.envelopeMillis()).isPositive();
        assertThat(result.monitorMillis()).isPositive();
        assertThat(result.share() * 1000)
                .isGreaterThanOrEqualTo(Math.min(result.envelopeMillis(), result.monitorMillis()));
    }
}

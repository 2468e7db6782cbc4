package io.clearway.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.metric.ControlDelay;
import io.clearway.metric.SignalMeasures;
import io.clearway.metric.SignalMeasures.Approach;
import io.clearway.metric.SignalMeasures.Movement;
import io.clearway.metric.TravelMode;
import io.clearway.metric.TravelReport;
import io.clearway.metric.TripMeasures;
import io.clearway.metric.TripMeasures.DelayPercentiles;
import io.clearway.metric.TripMeasures.Emissions;
import io.clearway.metric.TripMeasures.TripCounts;
import io.clearway.metric.TripMeasures.TripTimes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TravelMeansTest {
    private static TravelReport report(int due, double delay, double vehicles, double lost) {
        var trips = new TripMeasures(
                new TripCounts(due, due - 1, 1),
                new TripTimes(delay, delay, 2 * delay, 1, 2),
                new DelayPercentiles(delay, delay, delay),
                new Emissions(1, 3));
        var passed = new ControlDelay(vehicles, lost);
        return new TravelReport(
                Map.of(TravelMode.BUS, trips),
                List.of(new SignalMeasures(
                        "J", passed, List.of(new Approach("a", passed, List.of(new Movement("b", passed)))))));
    }

    @Test
    void tripsAndVehiclesAddUp() {
        TravelReport both = TravelMeans.of(List.of(report(10, 30, 5, 100), report(30, 50, 15, 500)));
        TripMeasures bus = Objects.requireNonNull(both.byMode().get(TravelMode.BUS));
        assertThat(bus.counts()).isEqualTo(new TripCounts(40, 38, 2));
        assertThat(bus.times().delaySeconds()).isEqualTo(45);
        assertThat(bus.delay().percentile95()).isEqualTo(40);
        assertThat(bus.emissions()).isEqualTo(new Emissions(2, 6));
        assertThat(both.signals().get(0).approaches().get(0).movements().get(0).delay())
                .isEqualTo(new ControlDelay(20, 600));
        assertThat(TravelMeans.of(List.of())).isEqualTo(TravelReport.NONE);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        TravelReport report = report(10, 30, 5, 100);
        JsonMapper json = new JsonMapper();
        String text = json.writeValueAsString(TravelReports.toMap(report));
        assertThat(text).contains("\"levelOfService\":\"B\"").contains("\"controlDelaySeconds\":20.0");
        assertThat(TravelReports.read(json.readTree(text))).isEqualTo(report);
        assertThat(TravelReports.read(json.readTree("{}"))).isEqualTo(TravelReport.NONE);
    }
}

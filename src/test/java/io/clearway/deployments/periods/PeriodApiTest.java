package io.clearway.deployments.periods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clearway.deployments.Deployments;
import io.clearway.deployments.Deployments.StoredDeployment;
import io.clearway.deployments.control.SignalEvent;
import io.clearway.runs.RunApi;
import io.clearway.runs.RunApi.Answer;
import io.clearway.runs.TestService;
import io.clearway.wiring.postgres.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two periods of live traffic over real HTTP, from samples in a real PostgreSQL. */
class PeriodApiTest {
    private static final int QUARTER = 900;
    private static final int STEP = SampledDeployments.STEP;
    private static final int DAY = 86_400;

    private static TestService service;
    private static RunApi api;

    @BeforeAll
    static void start() {
        service = TestService.start(TestDatabase.create(), "db-scheduler.enabled=false");
        api = service.client();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static UUID driven(String name, int from, int to, IntToDoubleFunction running) {
        return new SampledDeployments(service.bean(Deployments.class)).driven(name, from, to, running);
    }

    private static Answer compare(UUID id, String before, String after, UUID other) {
        return api.get(
                "/api/v1/deployments/%s/before-after?before=%s&after=%s&other=%s".formatted(id, before, after, other));
    }

    private static JsonNode gate(JsonNode comparison, String name) {
        return comparison
                .path("gates")
                .valueStream()
                .filter(gate -> gate.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoDeploymentsArePairedByTimeOfDay() {
        // from 01:00 on, eight quarter-hours; the next day the same ones with 10 vehicles less, and one of them 11
        UUID first = driven("monday", 3600, 3600 + 8 * QUARTER, quarter -> 100 + quarter);
        UUID second = driven(
                "tuesday",
                DAY + 3600,
                DAY + 3600 + 8 * QUARTER,
                quarter -> 90 + quarter - 96 - (quarter == 100 ? 1 : 0));
        JsonNode found = compare(first, "3600-10800", "90000-97200", second).json();
        assertThat(found.path("units")).hasSize(8);
        assertThat(found.path("units").get(0).asString()).isEqualTo("01:00");
        JsonNode vehicles = found.path("measures").get(0);
        // quarter-hours 4 to 11 have 104 to 111 vehicles
        assertThat(vehicles.path("before").path("mean").asDouble()).isCloseTo(107.5, within(1e-9));
        assertThat(vehicles.path("difference").path("mean").asDouble()).isCloseTo(-10.125, within(1e-9));
        // differences: seven times −10, once −11; s = √(1/8), t(7; 0.975) = 2.364624
        assertThat(vehicles.path("difference").path("halfWidth").asDouble())
                .isCloseTo(2.364624 * Math.sqrt(1.0 / 8) / Math.sqrt(8), within(1e-6));
        assertThat(vehicles.path("judgment").asString()).isEqualTo("better");
        assertThat(found.path("valid").asBoolean()).isTrue();
        assertThat(found.path("conclusion").asString())
                .contains("tuesday, hold", "is better than monday, hold", "on 8 quarter-hours of the day");
        assertThat(gate(found, "seeds").path("outcome").asString()).isEqualTo("note");
        assertThat(gate(found, "not measured").path("text").asString()).contains("delay", "walkers");
        // one vehicle with every sample
        assertThat(gate(found, "demand").path("text").asString())
                .startsWith("120 vehicles due per hour before, 120 after");
        assertThat(found.path("measures").get(5).path("before").path("mean").asDouble())
                .isCloseTo(3600.0 / STEP, within(1e-9));
    }

    @Test
    void periodsOfOneDeploymentAtOtherTimesOfDayAreNotPairedAndItSaysSo() {
        UUID id = driven("day", 0, 12 * QUARTER, quarter -> quarter < 6 ? 50 + quarter % 2 : 60 + quarter % 2);
        JsonNode found = compare(id, "0-5400", "5400-10800", id).json();
        JsonNode vehicles = found.path("measures").get(0);
        assertThat(vehicles.path("difference").path("mean").asDouble()).isCloseTo(10, within(1e-9));
        // both sides: three times 0, three times 1, so s² = 0.3 and ten degrees of freedom; t(10; 0.975) = 2.228139
        assertThat(vehicles.path("difference").path("halfWidth").asDouble())
                .isCloseTo(2.228139 * Math.sqrt(0.3 / 6 + 0.3 / 6), within(1e-6));
        assertThat(gate(found, "time of day").path("outcome").asString()).isEqualTo("note");
        assertThat(found.path("explanation").asString()).contains("Welch", "too narrow");
    }

    @Test
    void faultsAndTooFewQuarterHoursForbidAConclusion() {
        UUID id = driven("faulty", 0, 8 * QUARTER, quarter -> 50);
        service.bean(Deployments.class)
                .record(
                        id,
                        List.of(new SignalEvent(100, "a", SignalEvent.Kind.MONITOR_TRIPPED, "two greens")),
                        Instant.EPOCH);
        JsonNode found = compare(id, "0-3600", "3600-7200", id).json();
        assertThat(found.path("valid").asBoolean()).isFalse();
        assertThat(found.path("conclusion").asString())
                .isEqualTo("No conclusion: the comparison fails on quarter-hours, control.");
        JsonNode later = compare(id, "3600-5400", "5400-7200", id).json();
        assertThat(later.path("conclusion").asString())
                .isEqualTo("No conclusion: the comparison fails on quarter-hours.");
        // of either period the same one
        assertThat(gate(later, "control").path("outcome").asString()).isEqualTo("note");
        assertThat(gate(later, "control").path("text").asString()).startsWith("2 faults of signals before the periods");
    }

    /** Ten thousand events are kept: where they begin within the period, what came before them is not known. */
    @Test
    void eventsThatMayHaveBeenCutAreTold() {
        StoredDeployment stored = service.bean(Deployments.class)
                .find(driven("cut", 0, 8 * QUARTER, quarter -> 50))
                .orElseThrow();
        List<SignalEvent> orders = new ArrayList<>(Collections.nCopies(
                Deployments.MOST_EVENTS, new SignalEvent(3600, "a", SignalEvent.Kind.ORDER, "fixed time")));
        Period before = Period.parse("before", "0-3600");
        Period after = Period.parse("after", "3600-7200");
        assertThat(new LivePeriod(stored, before, List.of(), orders).mayLackEvents())
                .isTrue();
        orders.set(0, new SignalEvent(3599, "a", SignalEvent.Kind.ORDER, "fixed time"));
        assertThat(new LivePeriod(stored, after, List.of(), orders).mayLackEvents())
                .isFalse();
        orders.remove(0);
        assertThat(new LivePeriod(stored, before, List.of(), orders).mayLackEvents())
                .isFalse();
    }

    @Test
    void periodsThatCannotBeUsedAreNamed() {
        UUID id = driven("short", 0, 2 * QUARTER, quarter -> 50);
        assertThat(compare(id, "0-900", "800-1800", id).json().path("hint").asString())
                .contains("does not overlap");
        assertThat(compare(id, "0-900", "5000-9000", id).json().path("hint").asString())
                .contains("this one has 0 samples");
        JsonNode backwards = compare(id, "900-0", "900-1800", id).json();
        assertThat(backwards.path("field").asString()).isEqualTo("before");
        assertThat(backwards.path("value").asString()).isEqualTo("900-0");
        assertThat(compare(UUID.randomUUID(), "0-900", "900-1800", id).status()).isEqualTo(404);
    }

    @Test
    void theReportIsAPageAndATable() {
        UUID id = driven("kept", 0, 10 * QUARTER, quarter -> 50);
        String query = "?before=0-4500&after=4500-9000";
        assertThat(api.get("/api/v1/deployments/" + id + "/before-after.html" + query)
                        .text())
                .contains("kept, hold, 0–4500 s, then kept, hold, 4500–9000 s", "Conditions of a fair comparison");
        assertThat(api.get("/api/v1/deployments/" + id + "/before-after.csv" + query)
                        .text()
                        .lines())
                .hasSize(9);
    }
}

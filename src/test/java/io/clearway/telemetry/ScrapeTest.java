package io.clearway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearway.deployments.ControllerChoice;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.deployments.DriveLimits;
import io.clearway.deployments.IntersectionMetrics;
import io.clearway.deployments.LiveMetrics;
import io.clearway.deployments.LiveStatus;
import io.clearway.deployments.control.ControlMode;
import io.clearway.deployments.control.ControlStatus;
import io.clearway.deployments.control.DecisionCounts;
import io.clearway.deployments.control.SignalStatus;
import io.clearway.runs.RunApi;
import io.clearway.runs.TestService;
import io.clearway.simulation.LiveAddress;
import io.clearway.wiring.postgres.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a scrape of the real service holds after real runs. */
class ScrapeTest {
    private static final String OF_THE_GAME = "algorithm=\"counting\",%sscenario=\"queue-game\"";

    private static TestService service;
    private static RunApi api;

    @BeforeAll
    static void start() {
        service = TestService.start(TestDatabase.create(), "clearway.telemetry.refresh=100ms");
        api = service.client();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aRunIsToldWhileItTrainsAndItsSumsAfterwards() {
        String run = api.submit("""
                {"scenario": "queue-game", "algorithm": "counting", "decisions": 1000, "evaluationSeeds": 2,
                 "scenarioSettings": {"pauseMillis": 5}, "algorithmSettings": {"episodesPerRound": 4}}
                """);
        String id = run.substring(run.lastIndexOf('/') + 1);
        String ofTheRun = "algorithm=\"counting\",run=\"%s\",scenario=\"queue-game\"".formatted(id);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> scrape().contains("clearway_run_policy_loss{" + ofTheRun + "}")
                        && value("clearway_workers") == 1);
        assertThat(value("clearway_run_mean_queue_vehicles{" + ofTheRun + "}")).isPositive();
        assertThat(value("clearway_run_progress_ratio{" + ofTheRun + "}")).isBetween(0.01, 0.99);
        assertThat(scrape()).contains("clearway_worker_heartbeat_age_seconds{worker=");

        api.awaitStatus(run, "FINISHED");
        await().atMost(Duration.ofMinutes(3))
                .until(() -> value("clearway_runs{status=\"FINISHED\"}") == 1 && value("clearway_workers") == 0);
        assertThat(scrape()).doesNotContain(id);
        double warmStart =
                value("clearway_training_episodes_total{" + OF_THE_GAME.formatted("controller=\"rule\",") + "}");
        double own =
                value("clearway_training_episodes_total{" + OF_THE_GAME.formatted("controller=\"learner\",") + "}");
        // a lesson of one episode, then rounds of four until there are a thousand decisions, ten in an episode
        assertThat(warmStart).isEqualTo(1);
        assertThat(own).isEqualTo(100);
        assertThat(value("clearway_training_decisions_total{" + OF_THE_GAME.formatted("") + "}"))
                .isEqualTo(1010);
        assertThat(value("clearway_training_queue_vehicles_count{" + OF_THE_GAME.formatted("") + "}"))
                .isEqualTo(101);
        assertThat(value("clearway_training_queue_vehicles_sum{" + OF_THE_GAME.formatted("") + "}"))
                .isPositive();
        // two seeds of the policy and of each of the two rules
        assertThat(value("clearway_evaluation_episodes_total{" + OF_THE_GAME.formatted("") + "}"))
                .isEqualTo(6);
        assertThat(value("clearway_runs_taken_over_total")).isZero();
    }

    @Test
    void queueDatabaseJvmAndRestAreTold() {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> scrape().contains("clearway_database_up{kind=\"external\"} 1.0"));
        api.get("/api/v1/runs");
        String scraped = scrape();
        assertThat(value("clearway_database_size_bytes")).isGreaterThan(1e6);
        assertThat(scraped)
                .contains("clearway_queue_age_seconds 0.0", "clearway_simulations{simulation=\"own\"} 0.0")
                .contains("jvm_memory_used_bytes{", "hikaricp_connections_active{", "dbscheduler_task_completions")
                .containsPattern("http_server_requests_seconds_bucket\\{[^}]*uri=\"/api/v1/runs\"");
    }

    /** What it costs is measured by {@link ScrapeMeasurement}. */
    @Test
    void aScrapeAtTheLimitsHasFourSeriesPerIntersectionAndLittleElse() {
        DeploymentMeters meters = service.bean(DeploymentMeters.class);
        Deployment city = city();
        meters.reported(city, report(2000));
        try {
            String scraped = scrape();
            assertThat(scraped.lines().filter(line -> line.startsWith("clearway_intersection_")))
                    .hasSize(8000);
            assertThat(scraped).hasSizeLessThan(1_500_000);
        } finally {
            meters.ended(city);
        }
        assertThat(scrape()).doesNotContain("clearway_intersection_");
    }

    static Deployment city() {
        return new Deployment(
                UUID.randomUUID(),
                "city",
                new LiveAddress("localhost", 9999, 1),
                "city",
                new ControllerChoice.Named("max-pressure"),
                new DriveLimits(5, 1000, Double.POSITIVE_INFINITY, 3),
                Instant.EPOCH);
    }

    static DeploymentReport report(int signals) {
        ControlStatus control = new ControlStatus(ControlMode.CONTROLLER, 0, "");
        return new DeploymentReport(
                DeploymentState.DRIVING,
                "",
                new LiveStatus(
                        "SUMO",
                        LiveMetrics.NONE,
                        DecisionCounts.NONE,
                        IntStream.range(0, signals)
                                .mapToObj(i -> new SignalStatus("signal" + i, "Gr", 5, control, 0, 0))
                                .toList(),
                        IntStream.range(0, signals)
                                .mapToObj(i -> new IntersectionMetrics("signal" + i, i / 7.0, i, i / 3.0))
                                .toList()),
                Instant.EPOCH);
    }

    private static String scrape() {
        return api.get("/actuator/prometheus").text();
    }

    private static double value(String series) {
        return scrape().lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }
}

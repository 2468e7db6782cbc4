package io.clearway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.clearway.ClearwayApplication;
import io.clearway.algorithm.dmpo.Dmpo;
import io.clearway.catalog.Catalog;
import io.clearway.deployments.LiveFiles;
import io.clearway.runs.RunApi;
import io.clearway.scenario.ScenarioIdentity;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.scenario.atsc.benchmark.Grid5x5;
import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.simulation.Commands;
import io.clearway.simulation.LiveAddress;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.TrafficSimulator;
import io.clearway.sumo.SumoSimulator;
import io.clearway.sumo.process.TimeLimits;
import io.clearway.telemetry.Dashboard.Query;
import io.clearway.wiring.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Every query of every dashboard finds something: in a real Prometheus that scrapes the real service, and in a real
 * PostgreSQL as the read-only role, while a policy is trained and another simulation is driven, both in a real SUMO.
 */
class DashboardsTest {
    private static final String LOGIN = "painter";
    private static final Path NETWORKS = Path.of("sumo-networks");

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (int last = opened.size() - 1; last >= 0; last--) {
            opened.get(last).close();
        }
    }

    @Test
    void everyQueryOfEveryPanelFindsSomething() throws Exception {
        Path prometheus = program();
        String service = startService();
        RunApi api = new RunApi("http://" + service);
        driveSimulation(api);
        String finished = api.submit(run(48));
        api.submit(run(1_000_000));
        PrometheusServer series = own(PrometheusServer.start(prometheus, folder, service));
        awaitFinished(api, finished);
        try (Connection reader = reader()) {
            for (Dashboard dashboard : Dashboard.all()) {
                Map<String, List<String>> values = variables(dashboard, series, reader);
                for (Query query : dashboard.queries()) {
                    await(dashboard.title() + ", " + query.panel() + ": " + query.text())
                            .atMost(Duration.ofMinutes(5))
                            .pollInterval(Duration.ofMillis(500))
                            .until(() -> findings(query, values, series, reader) > 0);
                }
            }
            assertThat(series.query("sum(clearway_deployment_signals)")).containsExactly(25.0);
            assertThat(series.query("max(clearway_workers)")).containsExactly(1.0);
            mayOnlyRead(reader);
        }
        assertThat(scrapedNames(api)).isSubsetOf(MetricsPage.names());
    }

    private static Path program() {
        var prometheus = PrometheusServer.find("prometheus");
        assumeThat(prometheus)
                .as("Prometheus is here: apt-get install prometheus, or ./clearway test, which fetches it")
                .isPresent();
        assumeThat(installed()).as("SUMO is installed").isTrue();
        return prometheus.orElseThrow();
    }

    private static boolean installed() {
        try {
            return !simulator().version().isEmpty();
        } catch (SimulationException missing) {
            return false;
        }
    }

    private static SumoSimulator simulator() {
        return new SumoSimulator(System.getenv(), Path.of("target", "networks"), TimeLimits.defaults());
    }

    /** Its host and port. */
    private String startService() {
        Stream<String> own = Stream.of(
                "server.port=0",
                "clearway.data-dir=target",
                "clearway.telemetry.refresh=500ms",
                "clearway.worker.parallel-episodes=1",
                "db-scheduler.threads=2",
                "db-scheduler.polling-interval=200ms",
                "db-scheduler.heartbeat-interval=1s");
        String[] arguments = Stream.concat(own, Stream.of(database.properties()))
                .map(property -> "--" + property)
                .toArray(String[]::new);
        ConfigurableApplicationContext service =
                new SpringApplication(ClearwayApplication.class, Grids.class).run(arguments);
        own(service);
        return "127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
    }

    /** Has max-pressure drive an hour of the grid, at the pace of a second client. */
    private void driveSimulation(RunApi api) throws Exception {
        SumoSimulator simulator = simulator();
        new LiveFiles(simulator).write(new SignalScenario(Grid5x5.definition(NETWORKS), simulator), 7, folder);
        int port = PrometheusServer.freePort();
        Process sumo = new ProcessBuilder(
                        "sumo",
                        "-c",
                        folder.resolve("clearway.sumocfg").toString(),
                        "--remote-port",
                        Integer.toString(port),
                        "--num-clients",
                        "2",
                        "--no-step-log")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sumo.log").toFile())
                .start();
        own(() -> sumo.destroyForcibly().waitFor());
        var asked = api.post(
                "/api/v1/deployments",
                "application/json",
                "{\"port\": %d, \"scenario\": \"grid-5x5\", \"controller\": \"max-pressure\", \"eventLog\": true}"
                        .formatted(port));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        TrafficSimulation witness = await().atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(() -> simulator.attach(new LiveAddress("127.0.0.1", port, 2)), Objects::nonNull);
        Thread pace = new Thread(() -> stepSlowly(witness), "pace");
        pace.setDaemon(true);
        pace.start();
        own(() -> {
            pace.interrupt();
            pace.join(10_000);
            witness.close();
        });
    }

    private static void stepSlowly(TrafficSimulation witness) {
        try {
            double now = witness.subscribe(new SubscriptionSpec(List.of(), List.of(), List.of(), List.of()))
                    .seconds();
            while (now < 3600) {
                now = witness.advance(Commands.NONE, now + 5).seconds();
                Thread.sleep(250);
            }
        } catch (InterruptedException | SimulationException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static String run(int decisions) {
        return """
                {"scenario": "grid-short", "algorithm": "dmpo", "decisions": %d, "evaluationSeeds": 1,
                 "algorithmSettings": {"warmStartEpisodes": 1, "episodesPerRound": 1, "hidden": [8], "modelHidden": [8],
                   "cloningEpochs": 1, "valueWarmUpEpochs": 1, "modelUpdates": 2, "modelWarmUpUpdates": 2,
                   "rollouts": 4, "rolloutLength": 2, "innerSteps": 1, "epochs": 1}}
                """.formatted(decisions);
    }

    private static void awaitFinished(RunApi api, String run) {
        await().atMost(Duration.ofMinutes(10))
                .until(() -> api.get(run).json().path("status").asString(), "FINISHED"::equals);
    }

    private static Map<String, List<String>> variables(Dashboard dashboard, PrometheusServer series, Connection reader)
            throws SQLException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Dashboard.Variable variable : dashboard.variables()) {
            List<String> found = variable.sql() ? column(variable.query(), reader) : labels(variable.query(), series);
            assertThat(found)
                    .as("%s, variable %s", dashboard.title(), variable.name())
                    .isNotEmpty();
            boolean single = variable.name().equals("metric");
            if (single) {
                assertThat(found).contains("meanQueueVehicles", "policyLoss");
            }
            values.put(variable.name(), single ? List.of("meanQueueVehicles") : found);
        }
        return values;
    }

    /** The last column: of two, the value behind the words. */
    private static List<String> column(String query, Connection reader) throws SQLException {
        try (Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(rows.getMetaData().getColumnCount()));
            }
            return values;
        }
    }

    private static List<String> labels(String query, PrometheusServer series) {
        String inside = query.substring("label_values(".length(), query.length() - 1);
        int comma = inside.lastIndexOf(',');
        return await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> series.labelValues(
                                inside.substring(0, comma),
                                inside.substring(comma + 1).strip()),
                        found -> !found.isEmpty());
    }

    private static int findings(
            Query query, Map<String, List<String>> values, PrometheusServer series, Connection reader)
            throws SQLException {
        String filled = Dashboard.filled(query, values);
        assertThat(filled).as("variables are put in").doesNotContain("$");
        return query.sql()
                ? column(filled, reader).size()
                : series.query(filled).size();
    }

    /** A login in the role that the migration made. */
    private Connection reader() throws SQLException {
        try (Connection owner = DriverManager.getConnection(database.url(), database.username(), database.password());
                Statement statement = owner.createStatement()) {
            statement.execute("create role %s login password 'paint' in role clearway_reader".formatted(LOGIN));
        }
        return DriverManager.getConnection(database.url(), LOGIN, "paint");
    }

    private static void mayOnlyRead(Connection reader) {
        for (String forbidden : List.of(
                "delete from run",
                "update run set name = 'x'",
                "select content from checkpoint",
                "select archive from imported_scenario",
                "create table mine (id integer)")) {
            assertThat(refused(forbidden, reader)).as(forbidden).contains("permission denied");
        }
    }

    private static String refused(String sql, Connection reader) {
        try (Statement statement = reader.createStatement()) {
            statement.execute(sql);
            return "done";
        } catch (SQLException refusal) {
            return String.valueOf(refusal.getMessage());
        }
    }

    private static List<String> scrapedNames(RunApi api) {
        return api.get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith("clearway_"))
                .map(line -> line.replaceFirst("[{ ].*", "").replaceFirst("_(bucket|sum|count|max)$", ""))
                .distinct()
                .toList();
    }

    private <T extends AutoCloseable> T own(T thing) {
        opened.add(thing);
        return thing;
    }

    // no @Configuration: the scan of the application's packages must not find it in other tests
    static class Grids {
        @Bean
        @Primary
        Catalog grids(TrafficSimulator simulator) {
            AtscDefinition hour = Grid5x5.definition(NETWORKS);
            AtscDefinition twoMinutes = hour.with(
                            new ScenarioIdentity("grid-short", "Two minutes of the grid, for tests", "a test"))
                    .with(new AtscDefinition.Timing(5, 2, 24, 1, 600));
            return new Catalog(
                    List.of(new SignalScenario(hour, simulator), new SignalScenario(twoMinutes, simulator)),
                    List.of(Dmpo.localized()));
        }
    }
}

package io.clearway.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;
import org.yaml.snakeyaml.Yaml;

/** Whether docker/compose.yaml and docker/Dockerfile fit each other, the chart and the service. */
class ComposeTest {
    private static final Path FOLDER = Path.of("docker");
    private static final Pattern ENV = Pattern.compile("(?m)(?:^ENV |^ {4})([A-Z_]+)=");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(CLEARWAY_[A-Z_]+)}");

    private Map<String, Map<String, Object>> services = Map.of();

    @BeforeEach
    void read() throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose =
                new Yaml().load(Files.readString(FOLDER.resolve("compose.yaml")));
        services = compose.get("services");
    }

    /** Those that run Clearway. */
    private Map<String, Map<String, Object>> ours() {
        Map<String, Map<String, Object>> ours = new TreeMap<>(services);
        ours.values().removeIf(service -> !image(service).startsWith("clearway-"));
        return ours;
    }

    private static String image(Map<String, Object> service) {
        return String.valueOf(service.get("image"));
    }

    @SuppressWarnings("unchecked") // variables are words
    private static Map<String, String> environment(Map<String, Object> service) {
        return (Map<String, String>) Objects.requireNonNull(service.get("environment"));
    }

    private static List<?> list(Map<String, Object> service, String key) {
        return (List<?>) service.getOrDefault(key, List.of());
    }

    @Test
    void thereIsAnApiWithTwoWorkersAndAllThatWatchesThem() {
        assertThat(services)
                .containsOnlyKeys("postgres", "migration", "api", "worker-1", "worker-2", "prometheus", "grafana");
        assertThat(environment(services.get("api"))).containsEntry("CLEARWAY_ROLE", "api");
        assertThat(environment(services.get("worker-1"))).containsEntry("CLEARWAY_ROLE", "worker");
        assertThat(environment(services.get("worker-2"))).containsEntry("CLEARWAY_ROLE", "worker");
        assertThat(services.get("migration").get("command")).isEqualTo(List.of("migrate"));
    }

    @Test
    void imagesHaveAVersionAndOursIsTheChartsToo() throws IOException {
        Map<String, String> chart = new Yaml().load(Files.readString(Chart.FOLDER.resolve("Chart.yaml")));
        String version = chart.get("appVersion");
        assertThat(services.values())
                .extracting(ComposeTest::image)
                .allSatisfy(image -> assertThat(image).matches(".+:[^:/]+").doesNotEndWith(":latest"));
        assertThat(ours().values())
                .extracting(ComposeTest::image)
                .containsOnly("clearway-api:" + version, "clearway-worker:" + version);
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + version + "</version>");
        for (String script : List.of("build-images.sh", "smoke-test.sh")) {
            assertThat(Files.readString(FOLDER.resolve(script))).contains("${1:-" + version + "}");
        }
    }

    @Test
    void everyVariableIsOneThatTheServiceKnows() throws IOException {
        assertThat(ours().values())
                .allSatisfy(service -> assertThat(ServiceSettingNames.known())
                        .containsAll(environment(service).keySet()));
        List<String> others = List.of("PATH", "LC_ALL", "OMP_NUM_THREADS", "SUMO_HOME");
        assertThat(ENV.matcher(Files.readString(FOLDER.resolve("Dockerfile"))).results())
                .extracting(found -> found.group(1))
                .filteredOn(name -> !others.contains(name))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(ServiceSettingNames.known()).contains(name));
    }

    @Test
    void theGracePeriodCoversTheDrain() {
        Duration rest = duration(ServiceSettingNames.ofApplication("spring.lifecycle.timeout-per-shutdown-phase"));
        for (String worker : List.of("worker-1", "worker-2")) {
            Map<String, String> environment = environment(services.get(worker));
            Duration queue = duration(environment.get("DBSCHEDULER_SHUTDOWNMAXWAIT"));
            assertThat(queue).isGreaterThan(duration(environment.get("CLEARWAY_WORKER_SHUTDOWNGRACE")));
            assertThat(duration(String.valueOf(services.get(worker).get("stop_grace_period"))))
                    .isGreaterThanOrEqualTo(queue.plus(rest).plus(Duration.ofSeconds(15)));
        }
    }

    private static Duration duration(String text) {
        return DurationStyle.detectAndParse(text);
    }

    @Test
    void whatRunsClearwayCanWriteOnlyWhereItHasTo() {
        assertThat(ours()).allSatisfy((name, service) -> {
            assertThat(service.get("read_only")).isEqualTo(true);
            assertThat(list(service, "tmpfs").toString()).contains("/tmp:exec");
        });
        for (String lasting : List.of("api", "worker-1", "worker-2")) {
            assertThat(list(services.get(lasting), "cap_drop")).isEqualTo(List.of("ALL"));
            assertThat(list(services.get(lasting), "volumes")).isEqualTo(List.of(lasting + ":/data"));
        }
    }

    private static void assumeDashboards() {
        assumeThat(FOLDER.resolve("grafana").resolve("provisioning"))
                .as("sources and dashboards of Grafana")
                .exists();
    }

    @Test
    void nothingIsOpenBeyondThisMachine() {
        assertThat(services.values().stream().flatMap(service -> list(service, "ports").stream()))
                .hasSize(3)
                .allSatisfy(port -> assertThat(String.valueOf(port)).startsWith("127.0.0.1:"));
    }

    @Test
    void filesThatAreMountedAreThere() {
        assumeDashboards();
        assertThat(services.values().stream().flatMap(service -> list(service, "volumes").stream()))
                .extracting(String::valueOf)
                .filteredOn(volume -> volume.startsWith("./"))
                .isNotEmpty()
                .allSatisfy(volume ->
                        assertThat(FOLDER.resolve(volume.split(":", 2)[0])).exists());
    }

    @Test
    void prometheusScrapesEveryProcess() throws IOException {
        List<Map<String, List<String>>> targets =
                new Yaml().load(Files.readString(FOLDER.resolve("compose-targets.yml")));
        assertThat(targets.get(0).get("targets"))
                .containsExactlyInAnyOrderElementsOf(ours().keySet().stream()
                        .filter(name -> !name.equals("migration"))
                        .map(name -> name + ":8080")
                        .toList());
    }

    @Test
    void grafanaIsToldWhatItsSourcesAskFor() throws IOException {
        assumeDashboards();
        List<String> asked = new ArrayList<>();
        try (Stream<Path> files = Files.walk(FOLDER.resolve("grafana").resolve("provisioning"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                VARIABLE.matcher(Files.readString(file)).results().forEach(found -> asked.add(found.group(1)));
            }
        }
        assertThat(asked).isNotEmpty();
        assertThat(environment(services.get("grafana"))).containsKeys(asked.toArray(String[]::new));
    }
}

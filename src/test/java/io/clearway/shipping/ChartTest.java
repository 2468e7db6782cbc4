package io.clearway.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.JSON;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The chart as Helm sees it: what it takes, what it refuses, and that Kubernetes knows what it renders. */
class ChartTest {
    @Test
    void helmHasNothingToSayAgainstIt() {
        var result = Chart.lint(Chart.FOLDER);
        // Without values the required ones are missing, which lint reports; nothing else may be.
        assertThat(result.getMessages())
                .filteredOn(message -> message.contains("[ERROR]") || message.contains("[WARNING]"))
                .allSatisfy(message -> assertThat(message).contains("database.host: nothing was given"));
    }

    /** Its own values get those of the file, as with {@code helm lint --strict --values}. */
    @Test
    void withTheLeastOfValuesHelmHasNothingToSayAtAll(@TempDir Path folder) throws IOException {
        Path copy = folder.resolve("clearway");
        try (Stream<Path> files = Files.walk(Chart.FOLDER, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(Chart.FOLDER.relativize(file).toString()));
            }
        }
        Map<String, Object> values = new Yaml().load(Files.readString(copy.resolve("values.yaml")));
        Map<String, Object> least = new Yaml().load(Files.readString(copy.resolve("ci/minimal-values.yaml")));
        least.forEach((name, value) -> values.merge(name, value, ChartTest::over));
        Files.writeString(copy.resolve("values.yaml"), new Yaml().dump(values));
        var result = Chart.lint(copy);
        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
        assertThat(result.getMessages())
                .noneMatch(message -> message.contains("[ERROR]") || message.contains("[WARNING]"));
    }

    private static Object over(Object usual, Object given) {
        if (!(usual instanceof Map<?, ?> inner) || !(given instanceof Map<?, ?> changes)) {
            return given;
        }
        Map<Object, Object> both = new LinkedHashMap<>(inner);
        changes.forEach((name, value) -> both.merge(name, value, ChartTest::over));
        return both;
    }

    @Test
    void packedItRendersTheSameWithAlertsAndDashboardsThoughTheirLinksLeadOutOfIt(@TempDir Path folder)
            throws IOException {
        Path packed = Chart.pack(folder);
        assertThat(packed.getFileName()).hasToString("clearway-0.1.0.tgz");
        assertThat(Chart.text(packed, "full-values.yaml"))
                .contains("ClearwayWorkerDead", "live-network.json")
                .isEqualTo(Chart.text("full-values.yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal-values.yaml", "full-values.yaml", "keda-values.yaml"})
    void everyManifestIsOneThatKubernetesKnows(String file) {
        Chart chart = Chart.render(file);
        assertThat(chart.manifests())
                .extracting(one -> one.type() + " " + one.name())
                .doesNotHaveDuplicates();
        assertThat(chart.manifests())
                .filteredOn(one -> !one.isForeign())
                .allSatisfy(one -> assertThat(withoutEmpty(JSON.getGson().toJsonTree(one.strictly())))
                        .as(one.kind() + " " + one.name() + " comes back as it was")
                        .isEqualTo(withoutEmpty(one.json())));
    }

    /** Models write lists that nobody gave as empty ones. */
    private static JsonElement withoutEmpty(JsonElement element) {
        if (element.isJsonArray()) {
            JsonArray kept = new JsonArray();
            element.getAsJsonArray().forEach(one -> kept.add(withoutEmpty(one)));
            return kept;
        }
        if (!element.isJsonObject()) {
            return element;
        }
        JsonObject kept = new JsonObject();
        element.getAsJsonObject().asMap().forEach((name, value) -> {
            JsonElement inner = withoutEmpty(value);
            boolean empty = (inner.isJsonArray() && inner.getAsJsonArray().isEmpty())
                    || (inner.isJsonObject() && inner.getAsJsonObject().isEmpty());
            if (!empty) {
                kept.add(name, inner);
            }
        });
        return kept;
    }

    @Test
    void theFullOneHasEverythingAndTheMinimalOneNoMoreThanIsNeeded() {
        assertThat(kinds("minimal-values.yaml"))
                .containsOnly("Deployment", "Service", "NetworkPolicy", "PodDisruptionBudget", "ServiceAccount");
        assertThat(kinds("full-values.yaml"))
                .contains("Ingress", "HorizontalPodAutoscaler", "ServiceMonitor", "PrometheusRule", "ConfigMap");
        assertThat(kinds("keda-values.yaml"))
                .contains("ScaledObject", "TriggerAuthentication")
                .doesNotContain("HorizontalPodAutoscaler", "NetworkPolicy", "ServiceAccount");
    }

    private static List<String> kinds(String file) {
        return Chart.render(file).manifests().stream().map(Manifest::kind).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "worker.replicaz=3 | worker | replicaz",
                "workers.replicas=3 | additional properties | workers",
                "worker.replicas=-1 | /worker/replicas | minimum",
                "worker.replicas=many | /worker/replicas | integer",
                "worker.drainSeconds=0 | /worker/drainSeconds | minimum",
                "worker.resources.limits.memory=2 gigabytes | /worker/resources/limits/memory | 2 gigabytes",
                "database.port=543210 | /database/port | maximum",
                "database.sslMode=on | /database/sslMode | 'require'",
                "database.host=db:5432 | /database/host | db:5432",
                "database.host= | database.host: nothing was given | give the host of your PostgreSQL",
                "database.existingSecret= | database.existingSecret: nothing was given | name a secret",
                "image.tag=latest | image.tag: 'latest' cannot be used | give a version",
                "image.registry=https://example.org | /image/registry | https://example.org",
                "ingress.enabled=true | ingress.host: nothing was given | give the host name",
                "worker.autoscaling.minReplicas=99 | worker.autoscaling.minReplicas: 99 | maxReplicas",
                "worker.keda.minReplicas=99 | worker.keda.minReplicas: 99 | maxReplicas",
                "networkPolicy.enabled=perhaps | /networkPolicy/enabled | boolean",
                "metrics.serviceMonitor.interval=15 seconds | /metrics/serviceMonitor/interval | 15 seconds",
            })
    void nonsenseIsRefusedInWordsThatNameIt(String value, String where, String what) {
        assertThatThrownBy(() -> Chart.text("minimal-values.yaml", value.strip()))
                .hasMessageContaining(where)
                .hasMessageContaining(what);
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        assertThatThrownBy(() -> Chart.text(
                        "minimal-values.yaml", "worker.autoscaling.enabled=true", "worker.keda.enabled=true"))
                .hasMessageContaining("worker.autoscaling and worker.keda")
                .hasMessageContaining("enable one");
        assertThatThrownBy(() ->
                        Chart.text("minimal-values.yaml", "ingress.enabled=true", "ingress.host=clearway.example.org"))
                .hasMessageContaining("ingress.tlsSecret: nothing was given");
        assertThatThrownBy(() -> Chart.text(
                        "minimal-values.yaml", "worker.autoscaling.enabled=true", "worker.resources.requests.cpu=null"))
                .hasMessageContaining("worker.resources.requests.cpu: nothing was given");
    }
}

package io.clearway.shipping;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1PodTemplateSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The chart as one file of values renders it.
 *
 * @param manifests in the order in which they came
 */
record Chart(List<Manifest> manifests) {
    static final Path FOLDER = Path.of("helm", "clearway");

    /** Rendered with a file of {@code ci} and single values, as {@code path=value}, on top of it. */
    static Chart render(String file, String... values) {
        return new Chart(Manifest.parse(text(file, values)));
    }

    /** The same as text. */
    static String text(String file, String... values) {
        return text(FOLDER, file, values);
    }

    /** As text, from wherever the chart lies, packed or not. */
    static String text(Path chart, String file, String... values) {
        TemplateCommand command = new Helm(chart)
                .template()
                .withName("clearway")
                .withNamespace("traffic")
                .withKubeVersion("1.30.0")
                .withValuesFile(FOLDER.resolve("ci").resolve(file).toAbsolutePath());
        for (String value : values) {
            String[] pair = value.split("=", 2);
            command.set(pair[0], pair[1]);
        }
        return command.call();
    }

    /** What {@code helm lint --strict} says. */
    static LintResult lint(Path chart) {
        return new Helm(chart).lint().strict().call();
    }

    /** Packed as {@code helm package} does it. */
    static Path pack(Path folder) throws IOException {
        new Helm(FOLDER).packageIt().withDestination(folder).call();
        try (Stream<Path> packed = Files.list(folder)) {
            return packed.findFirst().orElseThrow();
        }
    }

    /** All of a kind, as their model. */
    <T> List<T> all(Class<T> model, String kind) {
        return manifests.stream()
                .filter(manifest -> manifest.kind().equals(kind))
                .map(manifest -> manifest.as(model))
                .toList();
    }

    /** All of a kind. */
    List<Manifest> all(String kind) {
        return manifests.stream()
                .filter(manifest -> manifest.kind().equals(kind))
                .toList();
    }

    V1Deployment deployment(String end) {
        return all(V1Deployment.class, "Deployment").stream()
                .filter(one -> String.valueOf(one.getMetadata().getName()).endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    /** What all pods are made of, by the name of their owner. */
    Map<String, V1PodTemplateSpec> pods() {
        Map<String, V1PodTemplateSpec> pods = new LinkedHashMap<>();
        all(V1Deployment.class, "Deployment")
                .forEach(one ->
                        pods.put(one.getMetadata().getName(), one.getSpec().getTemplate()));
        return pods;
    }

    /** Names of the owners of all pods that a selector takes. */
    List<String> selected(Map<String, String> selector) {
        return pods().entrySet().stream()
                .filter(pod -> Objects.requireNonNull(
                                pod.getValue().getMetadata().getLabels())
                        .entrySet()
                        .containsAll(selector.entrySet()))
                .map(Map.Entry::getKey)
                .toList();
    }
}

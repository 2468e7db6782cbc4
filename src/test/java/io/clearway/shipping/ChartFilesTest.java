package io.clearway.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Files of the chart that say again what others say: they must say the same. */
class ChartFilesTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+) \\|");
    private static final Pattern CODE = Pattern.compile("`([A-Za-z.]+)`");

    @Test
    void theDashboardsAreThoseThatComposeProvisions() throws IOException {
        Manifest map = Chart.render("full-values.yaml").all("ConfigMap").get(0);
        Map<String, String> dashboards = new TreeMap<>();
        for (Path file : files(Path.of("docker", "grafana", "dashboards"), ".json")) {
            dashboards.put(String.valueOf(file.getFileName()), Files.readString(file));
        }
        assertThat(map.at("data")).isEqualTo(dashboards);
    }

    @Test
    void theAlertRulesAreThoseThatComposeLoads() throws IOException {
        Manifest rule = Chart.render("full-values.yaml").all("PrometheusRule").get(0);
        List<Object> groups = new ArrayList<>();
        for (Path file : files(Path.of("docker", "prometheus", "rules"), ".yml")) {
            Map<String, List<Object>> content = new Yaml().load(Files.readString(file));
            groups.addAll(content.get("groups"));
        }
        assertThat(rule.at("spec", "groups")).isEqualTo(groups);
    }

    @Test
    void theReadmeTellsOfEveryValueAndOfNoOther() throws IOException {
        Map<String, Object> values = new Yaml().load(Files.readString(Chart.FOLDER.resolve("values.yaml")));
        Set<String> told = told(Files.readString(Chart.FOLDER.resolve("README.md")));
        assertThat(untold("", values, told)).isEmpty();
        assertThat(told)
                .allSatisfy(path -> assertThat(has(values, path)).as(path).isTrue());
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** Paths in the first column; one that starts with a dot stands beside the one before it. */
    private static Set<String> told(String readme) {
        Set<String> paths = new TreeSet<>();
        ROW.matcher(readme).results().forEach(row -> {
            String before = "";
            for (MatchResult code : CODE.matcher(row.group(1)).results().toList()) {
                String path = code.group(1);
                before = path.startsWith(".") ? before.substring(0, before.lastIndexOf('.')) + path : path;
                paths.add(before);
            }
        });
        return paths;
    }

    private static List<String> untold(String path, Object value, Set<String> told) {
        if (told.contains(path)) {
            return List.of();
        }
        if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
            return inner.entrySet().stream()
                    .flatMap(one -> untold(
                            path.isEmpty() ? String.valueOf(one.getKey()) : path + "." + one.getKey(),
                            one.getValue(),
                            told)
                            .stream())
                    .toList();
        }
        return List.of(path);
    }

    private static boolean has(Map<String, Object> values, String path) {
        Object here = values;
        for (String step : path.split("\\.", -1)) {
            if (!(here instanceof Map<?, ?> map) || !map.containsKey(step)) {
                return false;
            }
            here = map.get(step);
        }
        return true;
    }
}

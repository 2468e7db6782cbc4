package io.clearway.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dashboard as Grafana reads it, with Grafana's variables and macros put in. */
record Dashboard(String title, List<Variable> variables, List<Query> queries) {
    private static final Path FOLDER = Path.of("docker", "grafana", "dashboards");
    private static final JsonMapper JSON = new JsonMapper();

    /** A variable that a query fills. */
    record Variable(String name, boolean sql, String query) {}

    /** One query of one panel. */
    record Query(String panel, boolean sql, String text) {}

    static List<Dashboard> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Dashboard::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Dashboard read(Path file) {
        JsonNode json = JSON.readTree(file);
        List<Variable> variables = list(json.at("/templating/list"))
                .filter(one -> one.path("type").asString().equals("query"))
                .map(Dashboard::variable)
                .toList();
        List<Query> queries = list(json.path("panels"))
                .flatMap(panel -> list(panel.path("targets"))
                        .map(target -> query(panel.path("title").asString(), target)))
                .toList();
        return new Dashboard(json.path("title").asString(), variables, queries);
    }

    private static Variable variable(JsonNode one) {
        boolean sql = isSql(one);
        String query = (sql ? one.path("query") : one.at("/query/query")).asString();
        return new Variable(one.path("name").asString(), sql, query);
    }

    private static Query query(String panel, JsonNode target) {
        boolean sql = isSql(target);
        return new Query(panel, sql, target.path(sql ? "rawSql" : "expr").asString());
    }

    private static boolean isSql(JsonNode asked) {
        return asked.at("/datasource/type").asString().contains("postgresql");
    }

    private static Stream<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** A query as Grafana sends it. */
    static String filled(Query query, Map<String, List<String>> values) {
        String text = query.text();
        for (var value : values.entrySet()) {
            String quoted = value.getValue().stream()
                    .map(one -> "'" + one.replace("'", "''") + "'")
                    .collect(Collectors.joining(","));
            text = text.replace("${" + value.getKey() + ":sqlstring}", quoted)
                    .replace("$" + value.getKey(), "(" + String.join("|", value.getValue()) + ")");
        }
        return text.replace("${window}", "10")
                .replace("$__rate_interval", "10s")
                .replace("$__range", "60s")
                .replaceAll("\\$__timeFilter\\(([^)]*)\\)", "$1 between now() - interval '1 hour' and now()");
    }
}

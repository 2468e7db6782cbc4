package io.clearway.wiring.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.runs.RunApi;
import io.clearway.runs.RunApi.Answer;
import io.clearway.runs.TestService;
import io.clearway.wiring.postgres.TestDatabase;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every kind of JSON that is wrong, at every field of every body that the API's own description names. */
class WrongTypesTest {
    private static final String JSON = "application/json";
    private static final String ID = "123e4567-e89b-12d3-a456-426614174000";

    /** What goes wrong at a field of each type. */
    private static final Map<String, List<String>> WRONG = Map.of(
            "integer", List.of("\"seven\"", "\"7\"", "1.5", "true", "[7, 8]", "{\"a\": 7}"),
            "number", List.of("\"seven\"", "\"7\"", "true", "[7, 8]", "{\"a\": 7}"),
            "boolean", List.of("\"true\"", "1", "1.5", "[true]", "{\"a\": true}"),
            "string", List.of("7", "1.5", "true", "[\"a\", \"b\"]", "{\"a\": \"b\"}"),
            "uuid", List.of("\"seven\"", "7", "true", "[\"" + ID + "\"]", "{\"a\": 7}"),
            "object", List.of("\"seven\"", "7", "true", "[7, 8]"));

    private static final Map<String, String> EXPECTED = Map.of(
            "integer", "give a whole number",
            "number", "give a number",
            "boolean", "give a truth value, true or false",
            "string", "give a text",
            "uuid", "give a UUID",
            "object", "give a JSON object");

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

    /** A field of a body at an address. */
    private record Field(String path, String name, String type) {}

    private static Stream<Field> fields(JsonNode description) {
        return description.path("paths").propertyStream().flatMap(path -> {
            String schema = path.getValue()
                    .at("/post/requestBody/content/application~1json/schema/$ref")
                    .asString("");
            return description
                    .at(schema.replace("#", "") + "/properties")
                    .propertyStream()
                    .map(property -> new Field(path.getKey(), property.getKey(), type(property.getValue())));
        });
    }

    private static String type(JsonNode property) {
        return property.path("format").asString("").equals("uuid")
                ? "uuid"
                : property.path("type").asString();
    }

    @Test
    void everyWrongTypeAtEveryFieldIsToldByFieldValueAndWhatIsExpected() {
        List<Field> fields = fields(api.get("/v3/api-docs").json()).toList();
        assertThat(fields.stream().map(Field::path))
                .contains("/api/v1/runs", "/api/v1/deployments", "/api/v1/recordings")
                .contains("/api/v1/deployments/{id}/signals/{signal}/{action}");
        for (Field field : fields) {
            for (String wrong : Objects.requireNonNull(WRONG.get(field.type()), field.toString())) {
                JsonNode problem = problem(field.path(), "{\"%s\": %s}".formatted(field.name(), wrong));
                assertThat(problem.path("field").asString()).as("%s", problem).isEqualTo(field.name());
                assertThat(problem.path("value").asString()).as("%s", problem).isEqualTo(shown(wrong));
                assertThat(problem.path("hint").asString())
                        .as("%s", problem)
                        .startsWith(Objects.requireNonNull(EXPECTED.get(field.type())));
                assertThat(problem.path("detail").asString())
                        .isEqualTo("%s: '%s' cannot be used; %s"
                                .formatted(
                                        field.name(),
                                        shown(wrong),
                                        problem.path("hint").asString()));
            }
        }
    }

    /** A text without its quotation marks, anything else as it is. */
    private static String shown(String json) {
        return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1, 2]", "7", "true"})
    void aBodyThatIsNoObjectIsTold(String body) {
        JsonNode problem = problem("/api/v1/deployments", body);
        assertThat(problem.path("field").asString()).isEqualTo("body");
        assertThat(problem.path("value").asString()).isEqualTo(body);
        assertThat(problem.path("hint").asString()).isEqualTo("send one JSON object");
    }

    @Test
    void aLongListIsCut() {
        String digits = String.join(", ", Collections.nCopies(10_000, "1"));
        JsonNode problem = problem("/api/v1/deployments", "{\"port\": [%s]}".formatted(digits));
        assertThat(problem.path("value").asString())
                .startsWith("[1, 1, 1")
                .endsWith("…")
                .hasSizeLessThan(100);
        assertThat(problem.path("detail").asString()).hasSizeLessThan(200);
    }

    private static JsonNode problem(String path, String body) {
        String address = path.replace("{id}", ID).replace("{signal}", "a").replace("{action}", "hold");
        Answer answer = api.post(address, JSON, body);
        assertThat(answer.status()).as("%s %s: %s", path, body, answer.text()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("JsonToken", "java", "`");
        return answer.json();
    }
}

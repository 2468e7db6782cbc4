package io.clearway.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API as a client sees it, over real HTTP. */
public final class RunApi {
    private static final JsonMapper JSON = new JsonMapper();

    private final RestClient client;

    public RunApi(String address) {
        this.client = RestClient.create(address);
    }

    /** What came back. */
    public static final class Answer {
        private final int status;
        private final HttpHeaders headers;
        private final byte[] body;

        Answer(int status, HttpHeaders headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        public int status() {
            return status;
        }

        public HttpHeaders headers() {
            return headers;
        }

        public byte[] body() {
            return body;
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String contentType() {
            return String.valueOf(headers.getContentType());
        }

        public List<JsonNode> list() {
            return StreamSupport.stream(json().spliterator(), false).toList();
        }
    }

    public Answer get(String path) {
        return client.get().uri(path).exchange((request, response) -> answer(response));
    }

    /** The same with parts of the address in braces, which are filled in and encoded. */
    public Answer get(String path, String value) {
        return client.get().uri(path, value).exchange((request, response) -> answer(response));
    }

    public Answer delete(String path) {
        return client.delete().uri(path).exchange((request, response) -> answer(response));
    }

    public Answer post(String path, String type, String body) {
        return client.method(HttpMethod.POST)
                .uri(path)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .exchange((request, response) -> answer(response));
    }

    /** Queues a run and gives its address. */
    public String submit(String body) {
        Answer answer = post("/api/v1/runs", MediaType.APPLICATION_JSON_VALUE, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(HttpStatus.CREATED.value());
        assertThat(answer.json().path("status").asString()).isEqualTo("QUEUED");
        return String.valueOf(answer.headers().getLocation());
    }

    /** Waits for a run to reach a status; the limit is only against hanging. */
    public JsonNode awaitStatus(String run, String status) {
        return await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> get(run).json(),
                        seen -> seen.path("status").asString().equals(status));
    }

    private static Answer answer(RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse response)
            throws IOException {
        return new Answer(
                response.getStatusCode().value(),
                response.getHeaders(),
                response.getBody().readAllBytes());
    }
}

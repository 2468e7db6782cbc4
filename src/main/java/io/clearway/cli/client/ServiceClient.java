package io.clearway.cli.client;

import io.clearway.cli.command.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to the service over REST, as any user would; an error response becomes a {@link CommandFailure} with its
 * message.
 */
public final class ServiceClient {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final URI address;

    public ServiceClient(URI address) {
        this.address = address;
    }

    /** What is at a path. */
    public JsonNode get(String path) {
        return send(request(path).GET());
    }

    /** The text of a file at a path. */
    public String text(String path) {
        return text(request(path).GET().header("Accept", "*/*").build());
    }

    /** The service's response to a body. */
    public JsonNode post(String path, Map<String, ?> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Deletes what is at a path. */
    public void delete(String path) {
        send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(LIMIT);
    }

    private JsonNode send(HttpRequest.Builder builder) {
        String body = text(builder.header("Accept", "application/json, application/problem+json")
                .build());
        return body.isEmpty() ? JSON.missingNode() : json(body);
    }

    private String text(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw new CommandFailure("%s %s failed (%d): %s"
                        .formatted(
                                request.method(),
                                request.uri(),
                                response.statusCode(),
                                response.body().isEmpty() ? "" : message(json(response.body()))));
            }
            return response.body();
        } catch (IOException failure) {
            throw unexpected(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted while waiting for the service at " + address, interrupted);
        }
    }

    private JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException failure) {
            throw unexpected(failure);
        }
    }

    private CommandFailure unexpected(Exception failure) {
        return new CommandFailure(
                "The service at %s does not respond as expected (%s); start it with ./clearway serve, or name another"
                                .formatted(address, failure)
                        + " with --service",
                failure);
    }

    private static String message(JsonNode problem) {
        String detail = problem.path("detail").asString("");
        String hint = problem.path("hint").asString("");
        if (detail.isEmpty()) {
            return problem.toString();
        }
        return detail.contains(hint) ? detail : detail + "; " + hint;
    }
}

package io.clearway.telemetry;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus that scrapes one service every two seconds, on a port of its own; it ends when it is closed. */
final class PrometheusServer implements AutoCloseable {
    /** Where {@code ./clearway test} puts it when the system has none. */
    private static final Path FETCHED = Path.of("target", "tools", "prometheus", "usr", "bin");

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration SHOWN = Duration.ofSeconds(60);

    private final Process process;
    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();

    private PrometheusServer(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** A program of the Prometheus package, if it is here. */
    static Optional<Path> find(String program) {
        Stream<Path> path = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(Path::of);
        return Stream.concat(Stream.of(FETCHED), path)
                .map(folder -> folder.resolve(program).toAbsolutePath())
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param service address of the service as host and port */
    static PrometheusServer start(Path program, Path folder, String service) throws IOException {
        Path settings = Files.writeString(folder.resolve("prometheus.yml"), """
                global:
                  scrape_interval: 2s
                scrape_configs:
                  - job_name: clearway
                    metrics_path: /actuator/prometheus
                    static_configs:
                      - targets: ['%s']
                """.formatted(service));
        int port = freePort();
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--config.file=" + settings,
                        "--storage.tsdb.path=" + folder.resolve("series"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        var server = new PrometheusServer(process, "http://127.0.0.1:" + port);
        try {
            await().atMost(Duration.ofMinutes(3))
                    .ignoreExceptions()
                    .until(() -> server.client
                                    .send(server.request("/-/ready"), BodyHandlers.ofString())
                                    .statusCode()
                            == 200);
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
        return server;
    }

    /** Newest values of a query over the last minute, those that are numbers; one for each series. */
    List<Double> query(String expression) {
        Instant now = Instant.now();
        JsonNode answer = ask("/api/v1/query_range?query=%s&start=%d&end=%d&step=2"
                .formatted(encoded(expression), now.minus(SHOWN).getEpochSecond(), now.getEpochSecond()));
        return StreamSupport.stream(answer.at("/data/result").spliterator(), false)
                .flatMap(series -> StreamSupport.stream(series.path("values").spliterator(), false)
                        .map(sample -> Double.parseDouble(sample.get(1).asString()))
                        .filter(value -> !value.isNaN())
                        .reduce((earlier, later) -> later)
                        .stream())
                .toList();
    }

    List<String> labelValues(String series, String label) {
        JsonNode answer = ask("/api/v1/label/%s/values?match[]=%s"
                .formatted(label, encoded(series))
                .replace("[]", "%5B%5D"));
        return StreamSupport.stream(answer.path("data").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private JsonNode ask(String path) {
        try {
            JsonNode answer = JSON.readTree(
                    client.send(request(path), BodyHandlers.ofString()).body());
            if (!answer.path("status").asString().equals("success")) {
                throw new AssertionError(path + ": " + answer);
            }
            return answer;
        } catch (IOException failure) {
            throw new AssertionError(path, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, interrupted);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofMinutes(1))
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

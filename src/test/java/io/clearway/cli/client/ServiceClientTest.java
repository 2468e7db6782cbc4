package io.clearway.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.clearway.cli.command.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceClientTest {
    private HttpServer server;
    private ServiceClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        client = new ServiceClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(int status, String body) {
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @Test
    void anAnswerIsReadAsJson() {
        answer(200, "{\"id\": 7}");
        assertThat(client.post("/api", Map.of("a", 1)).path("id").asInt()).isEqualTo(7);
    }

    @Test
    void aRefusalIsToldInTheServicesOwnWords() {
        answer(400, "{\"detail\": \"decisions: '0' cannot be used\"}");
        assertThatThrownBy(() -> client.get("/api"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("decisions: '0' cannot be used");
    }

    @Test
    void aRejectionIsReportedWithItsHintButOnlyOnce() {
        answer(404, "{\"detail\": \"There is no run 7\", \"hint\": \"take another\"}");
        assertThatThrownBy(() -> client.get("/api")).hasMessageEndingWith("There is no run 7; take another");
        server.removeContext("/");
        answer(400, "{\"detail\": \"seed: 'x' cannot be used; give a number\", \"hint\": \"give a number\"}");
        assertThatThrownBy(() -> client.get("/api")).hasMessageEndingWith("cannot be used; give a number");
    }

    @Test
    void whatIsNoJsonIsNamedAsSuch() {
        answer(200, "<html>");
        assertThatThrownBy(() -> client.get("/api")).isInstanceOf(CommandFailure.class);
    }

    @Test
    void aServiceThatIsGoneIsNamedByItsAddress() {
        server.stop(0);
        assertThatThrownBy(() -> client.get("/api"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("127.0.0.1")
                .hasMessageContaining("./clearway serve");
    }
}

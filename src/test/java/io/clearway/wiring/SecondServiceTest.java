package io.clearway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.runs.TestService;
import io.clearway.wiring.postgres.TestDatabase;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SecondServiceTest {
    @Test
    void aServiceBesideAnotherTakesTheNextFreePort() {
        TestDatabase database = TestDatabase.create();
        try (var first = TestService.start(database)) {
            int port = URI.create(first.address()).getPort();
            try (var second = TestService.start(database, "server.port=" + port, "clearway.port-tries=20")) {
                assertThat(URI.create(second.address()).getPort()).isBetween(port + 1, port + 20);
                assertThat(second.client().get("/api/v1/runs").status()).isEqualTo(200);
            }
        }
    }
}

package io.clearway.wiring.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.clearway.runs.TestService;
import io.clearway.wiring.postgres.TestDatabase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class GoneClientTest {
    private static final String REQUEST = "GET /css/parts.css HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final int MORE_THAN_BUFFERS_TAKE = 90;

    @Test
    void aBrowserThatLeavesDuringAFileIsNoError() {
        Logger logger = (Logger) LoggerFactory.getLogger(ProblemAdvice.class);
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        Level before = logger.getLevel();
        try (TestService service = TestService.start(TestDatabase.create(), "db-scheduler.enabled=false")) {
            told.start();
            logger.addAppender(told);
            logger.setLevel(Level.DEBUG);
            URI address = URI.create(service.address());
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> {
                        askAndLeave(address);
                        return !of(told).isEmpty();
                    });
            assertThat(of(told)).allSatisfy(event -> {
                assertThat(event.getFormattedMessage()).contains("ClientAbortException");
                assertThat(event.getLevel()).isEqualTo(Level.DEBUG);
            });
        } finally {
            logger.detachAppender(told);
            logger.setLevel(before);
        }
    }

    private static List<ILoggingEvent> of(ListAppender<ILoggingEvent> told) {
        return List.copyOf(told.list);
    }

    /** Asks for a file on one connection several times over, and cuts it once the first answer begins. */
    private static void askAndLeave(URI address) throws IOException {
        try (Socket client = new Socket()) {
            client.setReceiveBufferSize(1024);
            client.setSoLinger(true, 0);
            client.connect(new InetSocketAddress(address.getHost(), address.getPort()), 60_000);
            client.setSoTimeout(60_000);
            client.getOutputStream()
                    .write(REQUEST.repeat(MORE_THAN_BUFFERS_TAKE).getBytes(StandardCharsets.US_ASCII));
            assertThat(client.getInputStream().read()).isEqualTo('H');
        }
    }
}

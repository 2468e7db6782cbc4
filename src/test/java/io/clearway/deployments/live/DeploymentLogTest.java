package io.clearway.deployments.live;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.clearway.deployments.ControllerChoice;
import io.clearway.deployments.Deployment;
import io.clearway.deployments.DeploymentListener;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.deployments.DriveLimits;
import io.clearway.deployments.FakeTown;
import io.clearway.deployments.HeldDeployments;
import io.clearway.deployments.SignalSheets;
import io.clearway.deployments.control.SignalEvent;
import io.clearway.simulation.LiveAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DeploymentLogTest {
    private static final int BOUND = 2000;

    private final ListAppender<ILoggingEvent> warnings = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(DeploymentLog.class);
    private final HeldDeployments store = new HeldDeployments();
    private final Deployment deployment = new Deployment(
            UUID.randomUUID(),
            "test",
            new LiveAddress("127.0.0.1", 2, 1),
            "town",
            new ControllerChoice.Named("rule"),
            new DriveLimits(5, 1000, 300, 3),
            Instant.EPOCH);
    private boolean failing;
    private final DeploymentLog log = new DeploymentLog(
            deployment,
            store,
            new DeploymentListener() {
                @Override
                public void reported(Deployment of, DeploymentReport report) {}

                @Override
                public void happened(Deployment of, SignalEvent event) {
                    if (failing) {
                        throw new IllegalStateException("nobody listens");
                    }
                }

                @Override
                public void ended(Deployment of) {}
            },
            new TickingClock());

    @BeforeEach
    void listen() {
        store.add(deployment, log.report(), "here", SignalSheets.of(new FakeTown(0, "a", "b")));
        warnings.start();
        logger.addAppender(warnings);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(warnings);
    }

    @Test
    void aListenerThatFailsIsNamedOncePerStreakWithACount() {
        failing = true;
        happen(0, 500);
        // what it can take does not end the streak of what it cannot
        log.stateChanged(DeploymentState.DRIVING, "");
        happen(500, 700);
        failing = false;
        happen(700, 710);
        assertThat(messages()).hasSize(2);
        assertThat(messages().get(0)).contains(deployment.id().toString(), "events of signals", "nobody listens");
        assertThat(messages().get(1)).contains("over after 700 failures");
        failing = true;
        happen(710, 720);
        log.stateChanged(DeploymentState.ENDED, "");
        log.close();
        assertThat(messages()).hasSize(4);
        assertThat(messages().get(3)).contains("over after 10 failures");
    }

    @Test
    void aStoreThatIsAwayIsNamedOnceAndTheNewestEventsAreKeptForIt() {
        store.failing(true);
        happen(0, BOUND + 30);
        IntStream.range(0, 20).forEach(second -> log.stateChanged(DeploymentState.DRIVING, ""));
        assertThat(messages()).hasSize(1);
        store.failing(false);
        log.stateChanged(DeploymentState.FALLBACK, "");
        assertThat(messages().get(1)).contains("cannot be stored", "over after 20 failures");
        List<Double> stored = store.events(deployment.id(), Integer.MAX_VALUE).stream()
                .map(kept -> kept.event().seconds())
                .toList();
        // the newest first
        assertThat(stored)
                .isEqualTo(IntStream.range(0, BOUND)
                        .mapToObj(event -> (double) (BOUND + 29 - event))
                        .toList());
        log.stateChanged(DeploymentState.ENDED, "");
        assertThat(store.events(deployment.id(), Integer.MAX_VALUE)).hasSize(BOUND);
    }

    private void happen(int from, int to) {
        IntStream.range(from, to)
                .forEach(second ->
                        log.happened(new SignalEvent(second, "a", SignalEvent.Kind.OVERRIDDEN, "set by somebody")));
    }

    private List<String> messages() {
        return warnings.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}

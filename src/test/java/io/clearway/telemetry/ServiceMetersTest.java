package io.clearway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.deployments.HeldDeployments;
import io.clearway.runs.RunStatus;
import io.clearway.runs.Workload;
import io.clearway.runs.Workload.Heartbeat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class ServiceMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final HandClock clock = new HandClock();
    private Workload workload =
            new Workload(Map.of(RunStatus.QUEUED, 3), 2, 90, List.of(new Heartbeat("one", 4)), 1000);
    private boolean away;

    private final ServiceMeters meters = new ServiceMeters(
            registry,
            this::workload,
            new HeldDeployments(),
            new TelemetrySettings(1, 1, 1, Duration.ofSeconds(5)),
            new ServiceMeters.Facts("external", Duration.ofSeconds(20)),
            clock);

    @AfterEach
    void close() {
        meters.close();
    }

    private Workload workload() {
        if (away) {
            throw new DataAccessResourceFailureException("connection refused");
        }
        return workload;
    }

    @Test
    void queueWorkersAndDatabaseAreTold() {
        meters.look();
        assertThat(value("database.up")).isEqualTo(1);
        assertThat(value("database.size")).isEqualTo(1000);
        assertThat(value("queue.depth")).isEqualTo(2);
        assertThat(value("queue.age")).isEqualTo(90);
        assertThat(value("worker.heartbeat.limit")).isEqualTo(20);
        assertThat(registry.get("clearway.runs").tag("status", "QUEUED").gauge().value())
                .isEqualTo(3);
        assertThat(registry.get("clearway.runs").tag("status", "FAILED").gauge().value())
                .isZero();
        assertThat(registry.get("clearway.worker.heartbeat.age")
                        .tag("worker", "one")
                        .gauge()
                        .value())
                .isEqualTo(4);
    }

    @Test
    void workersThatAreDoneHaveNoMeters() {
        meters.look();
        workload = new Workload(Map.of(), 0, 0, List.of(new Heartbeat("two", 1)), 1000);
        meters.look();
        assertThat(registry.find("clearway.worker.heartbeat.age").gauges())
                .extracting(gauge -> gauge.getId().getTag("worker"))
                .containsExactly("two");
    }

    @Test
    void whileTheDatabaseIsAwayNothingOldIsTold() {
        meters.look();
        away = true;
        meters.look();
        assertThat(value("database.up")).isZero();
        assertThat(value("queue.depth")).isNaN();
        away = false;
        meters.look();
        assertThat(value("database.up")).isEqualTo(1);
        assertThat(value("queue.depth")).isEqualTo(2);
    }

    @Test
    void aDatabaseThatHangsIsAwayToo() {
        meters.look();
        clock.now = clock.now.plusSeconds(14);
        assertThat(value("database.up")).isEqualTo(1);
        clock.now = clock.now.plusSeconds(2);
        assertThat(value("database.up")).isZero();
        assertThat(value("queue.age")).isNaN();
    }

    private double value(String name) {
        return registry.get("clearway." + name).gauge().value();
    }

    private static final class HandClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}

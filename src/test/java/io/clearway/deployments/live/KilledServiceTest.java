package io.clearway.deployments.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearway.events.EventCode;
import io.clearway.events.EventLog;
import io.clearway.events.SignalEvent;
import io.clearway.events.SignalSite;
import io.clearway.judge.SignalLog;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.sumo.PlainTown;
import io.clearway.sumo.SumoSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service in a process of its own drives a SUMO that its owner steps as a second client, and is lost. */
class KilledServiceTest {
    private static final int LOST = 120;
    private static final int SECONDS = 240;
    private static final Duration STOPPED = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    private final SumoSimulator simulator = PlainTown.simulator(Path.of("target", "networks"));
    private final AtomicInteger second = new AtomicInteger();
    private SignalScenario scenario;
    private JudgedDrive drive;
    private int port;
    private Process sumo;
    private Process service;

    @BeforeEach
    void begin() throws Exception {
        scenario = TestedNetworks.GRID_5X5.scenario(simulator, folder);
        drive = new JudgedDrive(scenario, simulator, folder.resolve("live"));
        port = JudgedDrive.freePort();
        sumo = drive.sumo(List.of("--remote-port", Integer.toString(port), "--num-clients", "2"));
        service = DriveProcess.start(port, folder.resolve("service.log"), folder.resolve("events"));
    }

    @AfterEach
    void endOnlyWhatWasStartedHere() throws InterruptedException {
        service.destroyForcibly().waitFor();
        sumo.destroyForcibly().waitFor();
    }

    /** SUMO 1.15 ends when it loses any of its clients: no light is left showing anything. */
    @Test
    void whenTheServiceIsKilledSumoEndsWithinThatSecondAndNoLightShowedAnythingUnsafe() throws Exception {
        HostileClient owner = owner(now -> {
            if (now == LOST) {
                service.destroyForcibly();
            }
        });
        // the owner's connection breaks, too
        owner.setUncaughtExceptionHandler((thread, lost) -> {});
        owner.start();
        assertThat(sumo.waitFor(3, TimeUnit.MINUTES)).as("SUMO has ended").isTrue();
        assertThat(sumo.exitValue()).isNotZero();
        assertThat(Files.readString(folder.resolve("live").resolve("sumo.log"))).contains("tcpip::Socket");
        SignalLog log = SignalLog.read(drive.run().log());
        assertThat(log.lights())
                .hasSize(25)
                .allSatisfy(light -> assertThat(log.endSeconds(light)).isBetween((double) LOST, LOST + 1.0));
        assertDriven(log);
        assertLogged(log);
        assertThat(drive.run().judge()).isEmpty();
    }

    /** The event log can be read up to what was flushed, and has the greens that SUMO itself recorded. */
    private void assertLogged(SignalLog shown) {
        EventLog log = EventLog.find(folder.resolve("events")).get(0);
        assertThat(log.isOpen()).isTrue();
        double end = log.header().endTenths() / 10.0;
        assertThat(end).isBetween(LOST - 2.0 * DriveProcess.FLUSH_SECONDS, (double) LOST);
        int detected = 0;
        for (SignalSite site : log.header().signals()) {
            List<SignalEvent> events = new ArrayList<>();
            log.read(site, events::add);
            detected += (int) events.stream()
                    .filter(event -> event.is(EventCode.DETECTOR_ON))
                    .count();
            for (int second = 1; second < end; second++) {
                assertThat(greens(events, second))
                        .as("%s at %d s", site.id(), second)
                        .isEqualTo(greens(site, shown.stateAt(site.id(), second)));
            }
        }
        assertThat(detected).isGreaterThan(100);
    }

    private static Set<Integer> greens(List<SignalEvent> events, int second) {
        Set<Integer> greens = new HashSet<>();
        for (SignalEvent event : events) {
            if (event.tenths() > second * 10L) {
                break;
            }
            if (event.is(EventCode.PHASE_BEGIN_GREEN)) {
                greens.add(event.parameter());
            } else if (event.is(EventCode.PHASE_GREEN_TERMINATION)) {
                greens.remove(event.parameter());
            }
        }
        return greens;
    }

    private static Set<Integer> greens(SignalSite site, String state) {
        return site.phases().stream()
                .filter(phase -> phase.links().stream().anyMatch(link -> "Gg".indexOf(state.charAt(link)) >= 0))
                .map(SignalSite.Phase::number)
                .collect(Collectors.toSet());
    }

    /** Nothing moves that a light could hurt: SUMO waits for each of its clients. */
    @Test
    void whileTheServiceHangsSimulatedTimeStandsStill() throws Exception {
        HostileClient owner = owner(now -> {
            if (now == LOST) {
                signal("STOP");
            }
        });
        owner.setUncaughtExceptionHandler((thread, lost) -> {});
        owner.start();
        await().atMost(Duration.ofMinutes(3)).until(() -> second.get() >= LOST);
        // what was on its way
        Thread.sleep(STOPPED.toMillis());
        int standing = second.get();
        Thread.sleep(STOPPED.toMillis());
        assertThat(second.get()).isEqualTo(standing).isLessThan(SECONDS);
        signal("CONT");
        await().atMost(Duration.ofMinutes(3)).until(() -> second.get() >= SECONDS);
        assertThat(sumo.isAlive()).isTrue();
        assertThat(service.isAlive()).isTrue();
        sumo.destroyForcibly().waitFor();
        SignalLog log = SignalLog.read(drive.run().log());
        assertDriven(log);
        assertThat(drive.run().judge()).isEmpty();
    }

    private HostileClient owner(IntConsumer deed) {
        return new HostileClient(port, 2, Integer.MAX_VALUE, now -> {
            second.set(now);
            deed.accept(now);
            return Map.of();
        });
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(service.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new IllegalStateException("kill -%s failed: %s".formatted(name, failed), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The lights showed what their own programs would not have shown. */
    private void assertDriven(SignalLog log) {
        assertThat(scenario.network().signals())
                .anySatisfy(signal -> assertThat(log.stateAt(signal.id(), LOST - 1))
                        .isNotEqualTo(signal.program().stateAt(LOST - 1)));
    }
}

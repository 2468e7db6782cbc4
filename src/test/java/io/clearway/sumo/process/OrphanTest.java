package io.clearway.sumo.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.sumo.Crossing;
import io.clearway.sumo.OwnSumo;
import io.clearway.sumo.SumoSimulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a whole JVM the hard way and looks for what it leaves behind. */
class OrphanTest {
    @TempDir
    Path cache;

    @BeforeEach
    void needsDeathSignals() {
        Crossing.simulator(cache);
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/setpriv")),
                "There is no setpriv (util-linux), without which a SUMO that hangs outlives a killed JVM");
    }

    @Test
    void sumoDiesWithAJvmThatIsKilledInTheMiddleOfARun() throws Exception {
        assertDiesWithItsJvm("running");
    }

    @Test
    void sumoDiesWithAJvmThatIsKilledBeforeItConnected() throws Exception {
        assertDiesWithItsJvm("waiting");
    }

    @Test
    void stoppedSumoDiesWithAJvmThatIsKilled() throws Exception {
        assertDiesWithItsJvm("stopped");
    }

    private void assertDiesWithItsJvm(String moment) throws IOException, InterruptedException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        cache.toString(),
                        moment)
                .redirectErrorStream(true)
                .start();
        try (BufferedReader words =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            ProcessHandle sumo =
                    ProcessHandle.of(Long.parseLong(words.readLine())).orElseThrow();
            assertThat(sumo.isAlive()).isTrue();
            assertThat(sumo.info().command().orElse("")).endsWith("sumo");
            jvm.destroyForcibly().waitFor();
            assertThat(endsWithin(sumo, Duration.ofSeconds(60))).isTrue();
        } finally {
            jvm.destroyForcibly();
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration time) throws InterruptedException {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillAlive) {
            process.destroyForcibly();
            return false;
        } catch (ExecutionException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The JVM that gets killed: starts SUMO, says its pid, and stays. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            Path cache = Path.of(arguments[0]);
            if (arguments[1].equals("waiting")) {
                startWithoutConnecting(cache);
            } else {
                run(cache, arguments[1].equals("stopped"));
            }
        }

        private static void run(Path cache, boolean stopped) throws Exception {
            SumoSimulator simulator = Crossing.simulator(cache);
            CompiledNetwork network = simulator.compile(Crossing.source());
            try (TrafficSimulation simulation = simulator.start(Crossing.setup(network, 1))) {
                simulation.advance(Map.of(), 5);
                long pid = OwnSumo.onlyNew(Set.of()).pid();
                if (stopped) {
                    new ProcessBuilder("kill", "-STOP", Long.toString(pid))
                            .start()
                            .waitFor();
                }
                say(pid);
                simulation.advance(Map.of(), 100_000_000);
            }
        }

        private static void startWithoutConnecting(Path cache) throws Exception {
            SumoInstallation installation = new SumoInstallation(System.getenv());
            CompiledNetwork network = Crossing.simulator(cache).compile(Crossing.source());
            List<String> command = List.of(
                    installation.program("sumo").toString(),
                    "--net-file",
                    network.file().toString(),
                    "--xml-validation",
                    "never",
                    "--remote-port",
                    Integer.toString(SumoProcess.freePort()));
            try (ChildProcess child =
                    ChildProcess.start(installation.withDeathSignal(command), Duration.ofSeconds(1))) {
                Thread.sleep(1000);
                say(child.pid());
                Thread.sleep(60_000);
            }
        }

        private static void say(long pid) {
            System.out.println(pid);
        }
    }
}

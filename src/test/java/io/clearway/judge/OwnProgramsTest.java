package io.clearway.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearway.simulation.NetworkSource;
import io.clearway.sumo.PlainTown;
import io.clearway.sumo.process.SumoInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real SUMO under its own programs, which nothing is to be said against, and under worse ones. */
class OwnProgramsTest {
    private final SumoInstallation sumo = new SumoInstallation(System.getenv());

    @TempDir
    private Path folder;

    @Test
    void aGridWithLeftLanesAndCrossingsIsLegal() throws Exception {
        Path network = grid();
        JudgedRun run = new JudgedRun(network, folder, List.of());
        simulate(run, network);
        assertThat(run.judge()).isEmpty();
        assertThat(run.network().lights()).contains("A0", "B1", "C2");
        assertThat(SignalLog.read(run.log()).endSeconds("B1")).isEqualTo(600);
    }

    /** Even the own programs leave slow walkers on crossings: what can be asked is not to leave more. */
    @Test
    void aShorterWalkClearanceIsSeenAndEndangersMoreWalkers() throws Exception {
        Path network = grid();
        JudgedRun run = new JudgedRun(network, folder, List.of());
        String walkers =
                Files.writeString(folder.resolve("walkers.rou.xml"), """
                <routes>
                    <personFlow id="east" begin="0" end="500" period="7"><walk from="A1B1" to="B1C1"/></personFlow>
                    <personFlow id="north" begin="0" end="500" period="9"><walk from="B0B1" to="B1B2"/></personFlow>
                </routes>
                """).toString();
        simulate(run, network, "--route-files", walkers);
        WalkersOnCrossings own = run.walkers();
        assertThat(run.judge()).isEmpty();
        assertThat(own.passages()).isGreaterThan(50);
        Path hasty = folder.resolve("hasty.net.xml");
        String changed = Files.readString(network).replace("duration=\"5\"", "duration=\"1\"");
        simulate(run, Files.writeString(hasty, changed), "--route-files", walkers);
        assertThat(run.judge())
                .extracting(Violation::kind)
                .isNotEmpty()
                .containsOnly(Violation.Kind.SHORT_WALK_CLEARANCE);
        assertThat(run.walkers().endangered()).isGreaterThan(own.endangered());
    }

    @Test
    void aSwitchOfOneLightToAllGreenIsSeen() throws Exception {
        Path network = grid();
        JudgedRun run = new JudgedRun(network, folder, List.of());
        JudgedLight light = run.network().light("B1");
        Files.writeString(
                folder.resolve("judge.add.xml"),
                JudgedRun.additionalFile(List.of("B1"), run.log())
                        .replace("</additional>", """
                        <tlLogic id="B1" type="static" programID="hostile" offset="0">
                            <phase duration="600" state="%s"/>
                        </tlLogic>
                        <WAUT refTime="0" id="w" startProg="0">
                            <wautSwitch time="100" to="hostile"/>
                        </WAUT>
                        <wautJunction wautID="w" junctionID="B1"/></additional>
                        """.formatted("G".repeat(light.size()))));
        simulate(run, network);
        assertThat(run.judge())
                .extracting(Violation::kind)
                .contains(Violation.Kind.CONFLICTING_GREENS)
                .hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid-5x5", "monaco"})
    void theBenchmarksAreLegal(String name) throws Exception {
        NetworkSource source = new NetworkSource.Plain(Path.of("sumo-networks", name), name);
        Path network = PlainTown.simulator(folder).compile(source).file();
        JudgedRun run = new JudgedRun(network, folder, List.of());
        simulate(run, network);
        assertThat(run.judge()).isEmpty();
        assertThat(SignalLog.read(run.log()).lights()).hasSizeGreaterThan(20);
    }

    private Path grid() throws IOException, InterruptedException {
        assumeTrue(sumo.has("netgenerate") && sumo.has("sumo"), "SUMO's netgenerate is not installed");
        Path network = folder.resolve("grid.net.xml");
        String options = "--grid --grid.number 3 --grid.attach-length 150 --grid.length 150 --crossings.guess"
                + " --sidewalks.guess -j traffic_light -L 2 --turn-lanes 1 --seed 1 --output-file";
        List<String> arguments = new ArrayList<>(List.of(options.split(" ", -1)));
        arguments.add(network.toString());
        end("netgenerate", arguments);
        return network;
    }

    private void simulate(JudgedRun run, Path network, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("--net-file", network.toString(), "--end", "600"));
        arguments.addAll(run.arguments());
        arguments.addAll(List.of("--no-step-log", "--seed", "1"));
        arguments.addAll(List.of(more));
        end("sumo", arguments);
    }

    private void end(String program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(sumo.program(program).toString()));
        command.addAll(arguments);
        Path output = folder.resolve(program + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES))
                    .as(program + " ends")
                    .isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}

package io.clearway.cli.atspm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.cli.terminal.Console;
import io.clearway.events.Logs;
import io.clearway.setting.InvalidSetting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AtspmCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @BeforeEach
    void log() {
        Logs.write(
                folder.resolve("rule-7"),
                100,
                "8 82 2",
                "10 1 1",
                "12 82 3",
                "12.5 81 3",
                "30 6 1",
                "30 8 1",
                "33 9 1",
                "38 81 2",
                "60 1 1",
                "66 82 1",
                "80 6 1",
                "80 8 1",
                "84 9 1");
    }

    private void run(String... arguments) {
        PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
        AtspmCommand command = new AtspmCommand(new Console(out, out, false, false));
        new CommandLine(command).parseArgs(arguments);
        command.call();
    }

    @Test
    void everyPhaseOfVehiclesIsARowWithinATerminalsWidth() {
        run(folder.toString());
        String text = written.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("town, rule, seed 7, 2 min");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        // one vehicle in 100 s; both arrivals' one on green; GOR 100 % and 0, ROR5 100 % and 0
        assertThat(text).containsPattern("1 ls\\s.* 36 .*100%.* 1/2 +50% +50% +0/0 +0/0/2");
        assertThat(text).doesNotContain(":A_w0");
    }

    @Test
    void crossingsThatPedestriansCalledAreRowsToo() {
        Logs.write(folder.resolve("rule-8"), 100, "5 45 2", "20 21 2", "30 23 2", "50 45 2", "54.5 21 2");
        run(folder.resolve("rule-8").toString());
        assertThat(written.toString(StandardCharsets.UTF_8)).containsPattern("2 :A_w0 +2 +9\\.8 +15\\.0");
    }

    @Test
    void theTableIsWrittenAsRows() throws IOException {
        Path csv = folder.resolve("out/measures.csv");
        run(folder.toString(), "--csv", csv.toString());
        assertThat(Files.readAllLines(csv))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("scenario,controller,seed,signal,phase,approach,movements,vehicles,vehiclesPerHour");
        assertThat(Files.readAllLines(csv).get(1)).startsWith("town,rule,7,A,1,west,ls,1,36.0,s=1,");
    }

    @Test
    void aSignalsDiagramIsAPage() throws IOException {
        Path page = folder.resolve("out/diagram.html");
        run(folder.toString(), "--signal", "A", "--diagram", page.toString());
        assertThat(page)
                .content()
                .contains("<svg")
                .contains("Phase 1 (ls from west): 1 arrivals in 1 cycles, 1 on green");
    }

    @Test
    void anUnknownSignalIsNamedWithThoseThatAre() {
        assertThatThrownBy(() -> run(folder.toString(), "--signal", "B"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("give one of A");
    }
}

package io.clearway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.catalog.Catalog;
import io.clearway.cli.command.CommandFailure;
import io.clearway.cli.command.Installation;
import io.clearway.cli.command.ServiceStarter;
import io.clearway.cli.terminal.Console;
import io.clearway.cli.terminal.TerminalColors;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What commands write for people and for programs: colors, widths, JSON. */
class TerminalTest {
    private static final String[] EVALUATE = {
        "evaluate", "--scenario", "catch-up", "--controller", "constant-0.5-0.5,random", "--seeds", "7"
    };

    /** Those that print no result but a line, or a script. */
    private static final List<String> WITHOUT_JSON = List.of("help", "serve", "completion");

    @TempDir
    Path folder;

    @Test
    void theBestControllerIsGreenOnATerminalAndOnlyThere() {
        var line = new TestCommandLine(folder);
        assertThat(line.run(EVALUATE)).isZero();
        String plain = line.text();
        assertThat(plain).contains("constant-0.5-0.5").doesNotContain("\u001b");

        assertThat(line.onATerminal().run(EVALUATE)).isZero();
        String colored = line.text();
        assertThat(colored.lines().filter(row -> row.contains("constant-0.5-0.5") && !row.contains("judged")))
                .allMatch(row -> row.startsWith("\u001b[32m"));
        assertThat(colored.lines().filter(row -> row.contains("random"))).allMatch(row -> !row.contains("\u001b"));
        assertThat(colored.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(plain);
    }

    @Test
    void colorsCanBeForbidden() {
        assertThat(TerminalColors.supported(Map.of("TERM", "xterm"))).isTrue();
        assertThat(TerminalColors.supported(Map.of("NO_COLOR", ""))).isTrue();
        assertThat(TerminalColors.supported(Map.of("NO_COLOR", "1"))).isFalse();
        assertThat(TerminalColors.supported(Map.of("TERM", "dumb"))).isFalse();
        assertThat(Console.of(true, Map.of("NO_COLOR", "1")).color()).isFalse();
        assertThat(Console.of(false, Map.of()).color()).isFalse();
    }

    @Test
    void everyCommandWithAResultHasItAsJson() {
        CommandLine line = commandLine(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        line.getSubcommands().forEach((name, command) -> {
            Stream<CommandLine> doing = command.getSubcommands().isEmpty()
                    ? Stream.of(command)
                    : command.getSubcommands().values().stream();
            assertThat(doing)
                    .as(name)
                    .allMatch(one -> one.getCommandSpec().findOption("--json") != null || WITHOUT_JSON.contains(name));
        });
    }

    @Test
    void resultsWithoutAFileArePrintedAndNothingElse() {
        var line = new TestCommandLine(folder);
        String[] printed =
                Stream.concat(Stream.of(EVALUATE), Stream.of("--json")).toArray(String[]::new);
        assertThat(line.run(printed)).isZero();
        JsonNode rows = new JsonMapper().readTree(line.text());
        assertThat(rows.valueStream().map(row -> row.path("controller").asString()))
                .containsExactly("constant-0.5-0.5", "random");
    }

    @Test
    void theVersionOfTheDatabaseComesAsJsonToo() {
        var written = new ByteArrayOutputStream();
        CommandLine line = commandLine(new PrintStream(written, true, StandardCharsets.UTF_8));
        assertThat(line.execute("migrate", "--json")).isZero();
        assertThat(new JsonMapper()
                        .readTree(written.toString(StandardCharsets.UTF_8))
                        .path("version")
                        .asString())
                .isEqualTo("050");
    }

    private CommandLine commandLine(PrintStream out) {
        ServiceStarter migrating = new ServiceStarter() {
            @Override
            public Service start(Map<String, String> properties) {
                throw new CommandFailure("no service here");
            }

            @Override
            public String migrate(Map<String, String> properties) {
                return "050";
            }
        };
        Installation none = new Installation(
                folder,
                NoSimulator::new,
                () -> Catalog.standard(new NoSimulator(), Path.of("sumo-networks")),
                () -> {
                    throw new CommandFailure("no scenarios here");
                },
                () -> {
                    throw new CommandFailure("nothing is imported here");
                });
        return ClearwayCommand.commandLine(none, migrating, new Console(out, out, false, false));
    }
}

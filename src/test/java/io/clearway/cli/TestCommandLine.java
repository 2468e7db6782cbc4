package io.clearway.cli;

import io.clearway.catalog.Catalog;
import io.clearway.cli.command.CommandFailure;
import io.clearway.cli.command.Installation;
import io.clearway.cli.terminal.Console;
import io.clearway.imports.ScenarioFolders;
import io.clearway.imports.ScenarioImport;
import io.clearway.simulation.TrafficSimulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The command line on a machine without a simulator; it remembers what it wrote. */
final class TestCommandLine {
    private final Path home;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out;
    private final Supplier<ScenarioImport> imports;
    private boolean color;

    TestCommandLine(Path home) {
        this.home = home;
        this.out = new PrintStream(written, true, StandardCharsets.UTF_8);
        this.imports = () -> {
            throw new CommandFailure("nothing is imported here");
        };
    }

    /** One that writes elsewhere and can import. */
    TestCommandLine(Path home, PrintStream out, Supplier<ScenarioImport> imports) {
        this.home = home;
        this.out = out;
        this.imports = imports;
    }

    /** From now on a person looks at it, on a terminal with colors. */
    TestCommandLine onATerminal() {
        color = true;
        return this;
    }

    /** The exit code of a command. */
    int run(String... arguments) {
        TrafficSimulator none = new NoSimulator();
        Installation installation = new Installation(
                home,
                () -> none,
                () -> Catalog.standard(none, Path.of("sumo-networks")),
                () -> new ScenarioFolders(home.resolve("scenarios"), none),
                imports);
        CommandLine line =
                ClearwayCommand.commandLine(installation, new NoService(), new Console(out, out, color, color));
        return line.setErr(new PrintWriter(out, true, StandardCharsets.UTF_8)).execute(arguments);
    }

    /** What it wrote since it was asked last. */
    String text() {
        String text = written.toString(StandardCharsets.UTF_8);
        written.reset();
        return text;
    }
}

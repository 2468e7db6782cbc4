package io.clearway.cli;

import io.clearway.cli.terminal.Console;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Completion of commands and options for the user's shell. */
@Command(
        name = "completion",
        description = "Prints completion of commands and options for bash and zsh.",
        footer = {"", "source <(./clearway completion)"},
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(AutoComplete.bash("clearway", spec.root().commandLine()));
        return 0;
    }
}

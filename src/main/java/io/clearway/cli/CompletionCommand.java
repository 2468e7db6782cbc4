package io.clearway.cli;

import io.clearway.catalog.Catalog;
import io.clearway.cli.client.ServiceOption;
import io.clearway.cli.client.ServiceRun;
import io.clearway.cli.command.CommandFailure;
import io.clearway.cli.command.Installation;
import io.clearway.cli.terminal.Console;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Completion of commands, options and names for the user's shell. */
@Command(
        name = "completion",
        description = "Prints completion for bash and zsh: commands, options, scenarios, algorithms, and the runs that"
                + " the service has now.",
        footer = {"", "source <(./clearway completion)"},
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    private static final String RUN_LABEL = "RUN";
    private static final int RUNS = 100;

    private final Installation installation;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOption service;

    CompletionCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        Catalog catalog = installation.catalog().get();
        Map<String, List<String>> names = Map.of(
                "--scenario",
                        catalog.scenarios().stream().map(one -> one.name()).toList(),
                "--algorithm",
                        catalog.algorithms().stream().map(one -> one.name()).toList());
        List<String> runs = runs();
        root.getSubcommands().values().forEach(command -> offer(command.getCommandSpec(), names, runs));
        console.out().print(AutoComplete.bash("clearway", root));
        return 0;
    }

    private static void offer(CommandSpec command, Map<String, List<String>> names, List<String> runs) {
        names.forEach((name, values) -> {
            OptionSpec option = command.findOption(name);
            if (option != null) {
                command.remove(option);
                command.addOption(
                        OptionSpec.builder(option).completionCandidates(values).build());
            }
        });
        for (PositionalParamSpec parameter : List.copyOf(command.positionalParameters())) {
            if (parameter.paramLabel().startsWith(RUN_LABEL) && !runs.isEmpty()) {
                command.remove(parameter);
                command.addPositional(PositionalParamSpec.builder(parameter)
                        .completionCandidates(runs)
                        .build());
            }
        }
    }

    /** Beginnings of the ids of the newest runs; none where no service runs, which is no error here. */
    private List<String> runs() {
        try {
            return service.client()
                    .get(ServiceRun.RUNS + "?limit=" + RUNS)
                    .path("runs")
                    .valueStream()
                    .map(CompletionCommand::shortId)
                    .toList();
        } catch (CommandFailure none) {
            return List.of();
        }
    }

    private static String shortId(JsonNode run) {
        return run.path("id").asString().replaceFirst("-.*", "");
    }
}

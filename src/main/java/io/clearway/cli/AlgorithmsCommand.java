package io.clearway.cli;

import io.clearway.algorithm.AlgorithmSummary;
import io.clearway.cli.command.Installation;
import io.clearway.cli.command.JsonFiles;
import io.clearway.cli.command.JsonOption;
import io.clearway.cli.terminal.Console;
import io.clearway.cli.terminal.Paragraph;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the algorithms. */
@Command(name = "algorithms", description = "Lists the algorithms.", mixinStandardHelpOptions = true)
final class AlgorithmsCommand implements Callable<Integer> {
    private final Installation installation;
    private final Console console;

    @Mixin
    private JsonOption json;

    AlgorithmsCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<AlgorithmSummary> algorithms = installation.catalog().get().algorithms().stream()
                .map(AlgorithmSummary::of)
                .toList();
        if (json.isSet()) {
            console.out().println(JsonFiles.text(algorithms));
        } else {
            algorithms.forEach(this::print);
        }
        return 0;
    }

    private void print(AlgorithmSummary algorithm) {
        console.out().println(algorithm.name());
        var paragraph = new Paragraph("  ", console.out());
        paragraph.print(algorithm.source());
        paragraph.print(algorithm.defaults().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(", ", "settings: ", "")));
        if (!algorithm.presets().isEmpty()) {
            paragraph.print("presets: " + String.join(", ", algorithm.presets().keySet()));
        }
    }
}

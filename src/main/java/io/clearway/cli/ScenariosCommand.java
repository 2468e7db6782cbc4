package io.clearway.cli;

import io.clearway.catalog.ShippedPolicies;
import io.clearway.cli.command.Installation;
import io.clearway.cli.command.JsonFiles;
import io.clearway.cli.command.JsonOption;
import io.clearway.cli.terminal.Console;
import io.clearway.cli.terminal.Paragraph;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.ScenarioSummary;
import io.clearway.simulation.SimulationException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the scenarios. */
@Command(name = "scenarios", description = "Lists the scenarios.", mixinStandardHelpOptions = true)
final class ScenariosCommand implements Callable<Integer> {
    private final Installation installation;
    private final Console console;

    @Mixin
    private JsonOption json;

    @Option(
            names = "--compile",
            description =
                    "Compile all their networks first, into a cache that can be copied to a machine without SUMO.")
    private boolean compile;

    ScenariosCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (compile) {
            installation.catalog().get().scenarios().forEach(ScenariosCommand::compile);
        }
        List<ScenarioSummary> scenarios = installation.catalog().get().scenarios().stream()
                .map(ScenarioSummary::of)
                .toList();
        if (json.isSet()) {
            console.out().println(JsonFiles.text(scenarios));
        } else {
            scenarios.forEach(this::print);
        }
        return 0;
    }

    private static void compile(Scenario scenario) {
        try {
            // it covers the compiled network
            scenario.hash();
        } catch (SimulationException | IllegalArgumentException unavailable) {
            // the list shows the reason
        }
    }

    private void print(ScenarioSummary scenario) {
        console.out().println(scenario.identity().name() + size(scenario));
        var paragraph = new Paragraph("  ", console.out());
        paragraph.print(scenario.identity().description());
        paragraph.print("origin: " + scenario.identity().origin());
        paragraph.print("rules: " + rules(scenario));
        List<String> policies = ShippedPolicies.of(scenario.identity().name());
        if (!policies.isEmpty()) {
            paragraph.print("trained policies: " + String.join(", ", policies));
        }
        if (scenario.problem() != null) {
            paragraph.print("not available: " + scenario.problem());
        }
    }

    private static String size(ScenarioSummary scenario) {
        return scenario.problem() != null
                ? ""
                : ": %d agents, actions %s, %d decisions"
                        .formatted(
                                scenario.size().agents(),
                                scenario.size().actions(),
                                scenario.size().horizon());
    }

    private static String rules(ScenarioSummary scenario) {
        return scenario.rules().controllers().stream()
                .map(rule -> rule.equals(scenario.rules().reference()) ? rule + " (reference)" : rule)
                .collect(Collectors.joining(", "));
    }
}

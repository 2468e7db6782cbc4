package io.clearway.cli.command;

import picocli.CommandLine.Option;

/** The scenario of a command. */
public final class ScenarioOption {
    @Option(
            names = "--scenario",
            required = true,
            description =
                    "Name of the scenario, such as grid-5x5, or of several side by side, such as monaco+grid-5x5.")
    private String scenario;

    public String name() {
        return scenario;
    }
}

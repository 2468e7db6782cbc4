package io.clearway.cli.command;

import picocli.CommandLine.Option;

/** Whether a command prints its result as JSON. */
public final class JsonOption {
    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    public boolean isSet() {
        return json;
    }
}

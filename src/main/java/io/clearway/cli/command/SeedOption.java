package io.clearway.cli.command;

import picocli.CommandLine.Option;

/** The seed that all randomness of a command derives from. */
public final class SeedOption {
    @Option(names = "--seed", defaultValue = "1", description = "Seed of all random numbers. Default: 1.")
    private long seed;

    public long value() {
        return seed;
    }
}

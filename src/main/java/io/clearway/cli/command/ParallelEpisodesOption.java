package io.clearway.cli.command;

import io.clearway.setting.Bounds;
import picocli.CommandLine.Option;

/** How many episodes a command plays at the same time. */
public final class ParallelEpisodesOption {
    private static final String NAME = "--parallel-episodes";

    @Option(
            names = NAME,
            paramLabel = "N",
            defaultValue = "2",
            description = "Episodes played at the same time. Default: 2.")
    private int episodes;

    public int count() {
        Bounds.atLeast(NAME, episodes, 1);
        return episodes;
    }
}

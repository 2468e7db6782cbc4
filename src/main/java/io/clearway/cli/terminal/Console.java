package io.clearway.cli.terminal;

import java.io.PrintStream;
import java.util.Map;

/**
 * Where commands write.
 *
 * @param out the result of a command
 * @param err progress and complaints
 * @param terminal whether a person is looking, so that a line may be written over
 * @param color whether it may be written in colors
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, boolean color) {
    /** The console of this process; colors on a terminal only, and where the environment does not forbid them. */
    public static Console of(boolean terminal, Map<String, String> environment) {
        return new Console(System.out, System.err, terminal, terminal && TerminalColors.supported(environment));
    }
}

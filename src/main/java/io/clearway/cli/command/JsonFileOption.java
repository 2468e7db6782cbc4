package io.clearway.cli.command;

import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and where a command writes its result as JSON. */
public final class JsonFileOption {
    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = "--json",
            arity = "0..1",
            fallbackValue = STANDARD_OUTPUT,
            paramLabel = "FILE",
            description = "File for the result as JSON; without FILE it is printed.")
    private @Nullable Path file;

    /**
     * Writes a result to the file, or prints it; does nothing without the option.
     *
     * @return whether it was printed, so that nothing else should be
     */
    public boolean write(Object result, PrintStream out) {
        if (file == null) {
            return false;
        }
        if (file.toString().equals(STANDARD_OUTPUT)) {
            out.println(JsonFiles.text(result));
            return true;
        }
        JsonFiles.write(file, result);
        return false;
    }
}

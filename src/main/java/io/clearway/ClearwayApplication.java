package io.clearway;

import io.clearway.cli.ClearwayCommand;
import io.clearway.cli.terminal.Console;
import io.clearway.wiring.SpringService;
import io.clearway.wiring.StandardInstallation;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: the command line, and the service that two of its commands start. */
@SpringBootApplication
public class ClearwayApplication {
    public static void main(String[] arguments) {
        Console console = Console.of(Boolean.getBoolean("clearway.terminal"), System.getenv());
        int exitCode = ClearwayCommand.commandLine(
                        StandardInstallation.of(System.getenv(), System.getProperties()),
                        new SpringService(ClearwayApplication.class),
                        console)
                .execute(arguments);
        System.exit(exitCode);
    }
}

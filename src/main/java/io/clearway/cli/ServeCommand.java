package io.clearway.cli;

import io.clearway.cli.command.ServiceStarter;
import io.clearway.cli.terminal.Console;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The service alone, until it is stopped. */
@Command(name = "serve", description = "Starts the service and keeps it running.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private final ServiceStarter service;
    private final Console console;

    @Option(names = "--port", description = "Port to listen on; the next free one when it is taken. Default: 8080.")
    private @Nullable Integer port;

    @Option(
            names = "--data-dir",
            description = "Folder of the database. Default: CLEARWAY_DATA, or data in the checkout.")
    private @Nullable Path dataFolder;

    ServeCommand(ServiceStarter service, Console console) {
        this.service = service;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (ServiceStarter.Service running = service.start(ServiceStarter.properties(port, dataFolder))) {
            console.out().println("Clearway serves at " + running.address() + " (Ctrl-C stops it)");
            running.await();
        }
        return 0;
    }
}

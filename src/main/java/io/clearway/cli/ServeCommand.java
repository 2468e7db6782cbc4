package io.clearway.cli;

import io.clearway.cli.command.ServerOptions;
import io.clearway.cli.command.ServiceStarter;
import io.clearway.cli.terminal.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the service until it is stopped. */
@Command(name = "serve", description = "Starts the service.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private final ServiceStarter service;
    private final Console console;

    @Mixin
    private ServerOptions server;

    ServeCommand(ServiceStarter service, Console console) {
        this.service = service;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (ServiceStarter.Service running = service.start(server.properties())) {
            console.out().println("Clearway serves at " + running.address() + " (Ctrl-C stops it)");
            running.await();
        }
        return 0;
    }
}

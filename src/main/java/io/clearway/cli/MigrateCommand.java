package io.clearway.cli;

import io.clearway.cli.command.DataFolderOption;
import io.clearway.cli.command.JsonFiles;
import io.clearway.cli.command.JsonOption;
import io.clearway.cli.command.ServiceStarter;
import io.clearway.cli.terminal.Console;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Migrates the database before processes of the service start on it. */
@Command(
        name = "migrate",
        description = "Migrates the database to this version, and exits. The service does the same when it starts;"
                + " use this command to do so beforehand.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
    private final ServiceStarter service;
    private final Console console;

    @Mixin
    private DataFolderOption dataFolder;

    @Mixin
    private JsonOption json;

    MigrateCommand(ServiceStarter service, Console console) {
        this.service = service;
        this.console = console;
    }

    @Override
    public Integer call() {
        String version = service.migrate(dataFolder.properties());
        console.out()
                .println(
                        json.isSet()
                                ? JsonFiles.text(Map.of("version", version))
                                : "The database is at version " + version);
        return 0;
    }
}

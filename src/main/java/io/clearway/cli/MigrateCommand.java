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

/** The database brought to what this version needs, before processes of the service start on it. */
@Command(
        name = "migrate",
        description = "Brings the database to what this version needs, and ends. The service does the same when it"
                + " starts; this is for those who want it done before.",
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

package io.clearway.cli;

import io.clearway.cli.command.JsonFiles;
import io.clearway.cli.command.ServiceStarter;
import io.clearway.cli.terminal.Console;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The database brought to what this version needs, before processes of the service start on it. */
@Command(
        name = "migrate",
        description = "Brings the database to what this version needs, and ends. The service does the same when it"
                + " starts; this is for those who want it done before.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
    private final ServiceStarter service;
    private final Console console;

    @Option(
            names = "--data-dir",
            description = "Folder of the embedded database; unused where SPRING_DATASOURCE_URL names another."
                    + " Default: CLEARWAY_DATA, or data in the checkout.")
    private @Nullable Path dataFolder;

    @Option(names = "--json", description = "The version as JSON.")
    private boolean json;

    MigrateCommand(ServiceStarter service, Console console) {
        this.service = service;
        this.console = console;
    }

    @Override
    public Integer call() {
        String version = service.migrate(ServiceStarter.properties(null, dataFolder));
        console.out()
                .println(json ? JsonFiles.text(Map.of("version", version)) : "The database is at version " + version);
        return 0;
    }
}

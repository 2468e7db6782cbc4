package io.clearway.cli.command;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The folder of the embedded database. */
public final class DataFolderOption {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Folder of the embedded database; unused where SPRING_DATASOURCE_URL names another."
                    + " Default: CLEARWAY_DATA, or data in the checkout.")
    private @Nullable Path folder;

    /** The service's property, where the option is given. */
    public Map<String, String> properties() {
        return folder == null ? Map.of() : Map.of("clearway.data-dir", folder.toString());
    }
}

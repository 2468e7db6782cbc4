package io.clearway.cli.command;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a service that a command starts listens and keeps its data. */
public final class ServerOptions {
    @Option(names = "--port", description = "Port to listen on; the next free one if it is in use. Default: 8080.")
    private @Nullable Integer port;

    @Mixin
    private DataFolderOption data;

    /** The service's properties, for the options that are given. */
    public Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(data.properties());
        if (port != null) {
            properties.put("server.port", String.valueOf(port));
        }
        return properties;
    }
}

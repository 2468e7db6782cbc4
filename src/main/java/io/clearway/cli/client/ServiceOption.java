package io.clearway.cli.client;

import io.clearway.cli.command.CommandFailure;
import io.clearway.cli.command.ServiceAddressFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The service that a command sends its requests to. */
public final class ServiceOption {
    /** Environment variable that names another service than the one of the data folder. */
    static final String VARIABLE = "CLEARWAY_SERVICE";

    private static final URI USUAL = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--service",
            paramLabel = "URL",
            defaultValue = "${env:" + VARIABLE + "}",
            description = "Address of the service. Default: " + VARIABLE
                    + ", or the service that runs on the data folder, or http://127.0.0.1:8080.")
    private @Nullable URI address;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "${env:CLEARWAY_DATA}",
            description = "Data folder of the service to find. Default: CLEARWAY_DATA, or data in the checkout.")
    private @Nullable Path dataFolder;

    @Option(names = "--home", hidden = true, defaultValue = "${sys:clearway.home}")
    private @Nullable Path home;

    /** A client of the service, whether or not it runs. */
    public ServiceClient client() {
        return new ServiceClient(address());
    }

    private URI address() {
        URI given = address;
        if (given == null) {
            return running();
        }
        String scheme = given.getScheme();
        if (given.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException(
                    "--service: '%s' cannot be used; give an address such as http://127.0.0.1:8080".formatted(given));
        }
        return given;
    }

    private URI running() {
        Path base = home == null ? Path.of("") : home;
        Path folder = dataFolder == null ? base.resolve("data") : dataFolder;
        try {
            var note = new ServiceAddressFile(folder);
            Optional<URI> found = note.read();
            Optional<String> left = found.isPresent() ? Optional.empty() : note.left();
            if (left.isPresent()) {
                throw new CommandFailure(
                        left.get() + "; start it again with ./clearway serve, or name another with --service");
            }
            return found.orElse(USUAL);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "--data-dir: the address of its service cannot be read in " + folder, unreadable);
        }
    }
}

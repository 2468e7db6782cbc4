package io.clearway.cli.client;

import java.net.URI;
import picocli.CommandLine.Option;

/** The service that a command sends its requests to. */
public final class ServiceOption {
    /** Environment variable that names another service than the one of this machine. */
    static final String VARIABLE = "CLEARWAY_SERVICE";

    @Option(
            names = "--service",
            paramLabel = "URL",
            defaultValue = "${env:" + VARIABLE + ":-http://127.0.0.1:8080}",
            description = "Address of the service. Default: " + VARIABLE + ", or http://127.0.0.1:8080.")
    private URI address;

    public ServiceClient client() {
        String scheme = address.getScheme();
        if (address.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException(
                    "--service: '%s' cannot be used; give an address such as http://127.0.0.1:8080".formatted(address));
        }
        return new ServiceClient(address);
    }
}

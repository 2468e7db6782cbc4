package io.clearway.simulation;

/**
 * Where a running simulator listens.
 *
 * @param host name or address
 * @param port 1 … 65535
 * @param order this client's order among several (SUMO's {@code --num-clients}); lower numbers go first; 0: alone
 */
public record LiveAddress(String host, int port, int order) {
    private static final int HIGHEST_PORT = 65_535;

    public LiveAddress {
        if (host.isBlank() || port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "A live simulator needs a host and a port from 1 to 65535, not '%s:%d'".formatted(host, port));
        }
    }
}

package io.clearway.wiring.web;

/** No port is left for the service. */
public final class PortsTaken extends RuntimeException {
    PortsTaken(int first, int last) {
        super(
                first == last
                        ? "Port %d is taken by another program".formatted(first)
                        : "The ports %d to %d are all taken by other programs".formatted(first, last));
    }
}

package io.clearway.simulation;

/**
 * The simulator failed, rejected its input, or did not respond in time; the message holds the simulator's own error
 * message.
 */
public final class SimulationException extends RuntimeException {
    public SimulationException(String message) {
        super(message);
    }

    public SimulationException(String message, Throwable cause) {
        super(message, cause);
    }
}

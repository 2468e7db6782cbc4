package io.clearway.plans.live;

/** The live simulation does not run the network, or lacks the detectors, that the scenario needs. */
final class NetworkMismatch extends RuntimeException {
    NetworkMismatch(String message) {
        super(message);
    }
}

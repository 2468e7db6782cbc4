package io.clearway.deployments.live;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The live simulation does not run the network, or lacks the detectors, that the scenario needs. */
final class NetworkMismatch extends RuntimeException {
    private static final int MAX_MESSAGES = 3;

    NetworkMismatch(String message) {
        super(message);
    }

    /** Something that the scenario reads is missing; the simulator names it, one message after the other. */
    static NetworkMismatch unreadable(String messages, String scenario) {
        String[] single = messages.split("; ", -1);
        String first = Arrays.stream(single).limit(MAX_MESSAGES).collect(Collectors.joining("; "));
        String more =
                single.length > MAX_MESSAGES ? " and %d more of this kind".formatted(single.length - MAX_MESSAGES) : "";
        return new NetworkMismatch(
                "The live simulation lacks what the scenario reads: %s%s. Add detectors.add.xml of /api/v1/scenarios/%s/live.zip to its additional-files."
                        .formatted(first, more, scenario));
    }
}

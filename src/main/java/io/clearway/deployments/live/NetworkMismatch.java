package io.clearway.deployments.live;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The live simulation does not run the network, or lacks the detectors, that the scenario needs. */
final class NetworkMismatch extends RuntimeException {
    private static final int MOST_COMPLAINTS = 3;

    NetworkMismatch(String message) {
        super(message);
    }

    /** Something that the scenario reads is not there; the simulator names it, one complaint after the other. */
    static NetworkMismatch unreadable(String complaints, String scenario) {
        String[] single = complaints.split("; ", -1);
        String first = Arrays.stream(single).limit(MOST_COMPLAINTS).collect(Collectors.joining("; "));
        String more = single.length > MOST_COMPLAINTS
                ? " and %d more of this kind".formatted(single.length - MOST_COMPLAINTS)
                : "";
        return new NetworkMismatch(
                "The live simulation lacks what the scenario reads: %s%s. Add detectors.add.xml of /api/v1/scenarios/%s/live.zip to its additional-files."
                        .formatted(first, more, scenario));
    }
}

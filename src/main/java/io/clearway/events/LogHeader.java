package io.clearway.events;

import java.util.List;

/**
 * What a reader of a log has to know beside the events.
 *
 * @param version of the form of the files; this one is {@link #VERSION}
 * @param origin what was logged
 * @param beginTenths when the log begins, in tenths of a second of simulated time
 * @param endTenths when it ends
 * @param signals that it holds events of
 */
public record LogHeader(int version, Origin origin, long beginTenths, long endTenths, List<SignalSite> signals) {
    /** The present form of the files. */
    public static final int VERSION = 1;

    public LogHeader {
        signals = List.copyOf(signals);
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "version: the log has form %d, this program reads form %d".formatted(version, VERSION));
        }
        if (endTenths < beginTenths) {
            throw new IllegalArgumentException(
                    "endTenths: the log ends at %d, before it begins at %d".formatted(endTenths, beginTenths));
        }
    }

    /**
     * What was logged.
     *
     * @param scenario name of the scenario
     * @param controller who controlled the signals
     * @param seed of the episode
     */
    public record Origin(String scenario, String controller, long seed) {}
}

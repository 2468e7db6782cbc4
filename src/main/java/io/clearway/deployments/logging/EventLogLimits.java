package io.clearway.deployments.logging;

import io.clearway.setting.InvalidSetting;
import java.nio.file.Path;

/**
 * Where event logs of deployments are written, and how much of them is kept.
 *
 * @param folder holds a folder for each deployment
 * @param partSeconds simulated time after which a new part begins
 * @param flushSeconds simulated time after which what was logged can be read, whatever becomes of the service
 * @param maxBytes of all logs in the folder; beyond it the oldest parts are deleted
 */
public record EventLogLimits(Path folder, int partSeconds, int flushSeconds, long maxBytes) {
    /** An hour in a part, a minute until it can be read. */
    private static final int PART_SECONDS = 3600;

    private static final int FLUSH_SECONDS = 60;
    private static final int PARTS_AT_LEAST = 20;
    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    public EventLogLimits {
        if (partSeconds < 1 || flushSeconds < 1) {
            throw new IllegalArgumentException(
                    "Parts of %d s, readable after %d s: both last at least 1 s".formatted(partSeconds, flushSeconds));
        }
    }

    /** Size at which a part ends before its time: one that is being written cannot give way to newer ones. */
    long partBytes() {
        return Math.max(1, maxBytes / PARTS_AT_LEAST);
    }

    /**
     * Parts of an hour, readable after a minute.
     *
     * @param maxMegabytes of all logs
     */
    public static EventLogLimits of(Path folder, int maxMegabytes) {
        if (maxMegabytes < 1) {
            throw new InvalidSetting(
                    "clearway.event-logs.max-megabytes", maxMegabytes, "give a whole number of at least 1");
        }
        return new EventLogLimits(folder, PART_SECONDS, FLUSH_SECONDS, maxMegabytes * BYTES_PER_MEGABYTE);
    }
}

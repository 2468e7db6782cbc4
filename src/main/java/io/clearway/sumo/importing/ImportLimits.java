package io.clearway.sumo.importing;

/**
 * Limits of an import.
 *
 * @param files number of files
 * @param bytes of all files together, unpacked
 */
public record ImportLimits(int files, long bytes) {
    private static final int DEFAULT_FILES = 64;
    private static final long DEFAULT_BYTES = 512L << 20;

    /** Enough for a large city. */
    public static ImportLimits defaults() {
        return new ImportLimits(DEFAULT_FILES, DEFAULT_BYTES);
    }
}

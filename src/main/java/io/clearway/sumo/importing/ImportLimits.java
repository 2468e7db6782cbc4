package io.clearway.sumo.importing;

/**
 * How much an import may bring.
 *
 * @param files number of files
 * @param bytes of all files together, unpacked
 */
public record ImportLimits(int files, long bytes) {
    /** Enough for a large city. */
    public static ImportLimits defaults() {
        return new ImportLimits(64, 512L << 20);
    }
}

package io.clearway.timing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Intergreen times of one signal: for each ordered pair of conflicting signal indices the seconds from the end of green
 * of the first to the beginning of green of the second (Zwischenzeit of RiLSA 2015, section 2.5; yellow change and red
 * clearance interval of ITE). Yellow is part of it. A pair of indices that do not conflict has no entry.
 */
public final class Intergreens {
    private static final int NONE = -1;
    private final int[][] seconds;

    private Intergreens(int[][] seconds) {
        this.seconds = seconds;
    }

    /**
     * One entry.
     *
     * @param ending index whose green ends
     * @param beginning index whose green begins
     * @param seconds between the two
     */
    public record Entry(int ending, int beginning, int seconds) {}

    /**
     * The matrix of a signal.
     *
     * @param size number of signal indices
     * @throws IllegalArgumentException when an entry is outside, negative, or given twice
     */
    public static Intergreens of(int size, List<Entry> entries) {
        int[][] seconds = new int[size][size];
        for (int[] row : seconds) {
            Arrays.fill(row, NONE);
        }
        for (Entry entry : entries) {
            boolean inside =
                    entry.ending() >= 0 && entry.ending() < size && entry.beginning() >= 0 && entry.beginning() < size;
            if (!inside || entry.seconds() < 0 || seconds[entry.ending()][entry.beginning()] != NONE) {
                throw new IllegalArgumentException(
                        "Intergreen from %d to %d of %d s: give each pair of indices below %d once, with 0 s or more"
                                .formatted(entry.ending(), entry.beginning(), entry.seconds(), size));
            }
            seconds[entry.ending()][entry.beginning()] = entry.seconds();
        }
        return new Intergreens(seconds);
    }

    /** Number of signal indices. */
    public int size() {
        return seconds.length;
    }

    /** Whether the second may not begin its green while the first has green or yellow. */
    public boolean conflict(int ending, int beginning) {
        return seconds[ending][beginning] != NONE;
    }

    /** Seconds from the end of green of the first to the beginning of green of the second; 0 without conflict. */
    public int seconds(int ending, int beginning) {
        return Math.max(0, seconds[ending][beginning]);
    }

    /** The longest of all; 0 when there is none. */
    public int longestSeconds() {
        int longest = 0;
        for (int[] row : seconds) {
            for (int one : row) {
                longest = Math.max(longest, one);
            }
        }
        return longest;
    }

    /** All entries, by the ending and then by the beginning index. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (int ending = 0; ending < size(); ending++) {
            for (int beginning = 0; beginning < size(); beginning++) {
                if (conflict(ending, beginning)) {
                    entries.add(new Entry(ending, beginning, seconds[ending][beginning]));
                }
            }
        }
        return entries;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Intergreens that && Arrays.deepEquals(seconds, that.seconds);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(seconds);
    }

    @Override
    public String toString() {
        return entries().toString();
    }
}

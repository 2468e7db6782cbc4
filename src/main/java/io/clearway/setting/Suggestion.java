package io.clearway.setting;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The name that somebody probably meant, by the number of characters to be changed (Levenshtein distance). */
public final class Suggestion {
    /** One changed character for so many written ones. */
    private static final int CHARACTERS_PER_CHANGE = 3;

    private static final int SHORTEST_BEGINNING = 3;

    private Suggestion() {}

    /** A hint that begins with the likely name, where there is one, and then lists all. */
    public static String oneOf(String given, Collection<String> known) {
        return question(given, known) + "use one of: " + String.join(", ", known);
    }

    /** {@code did you mean 'grid-5x5'? } with a space behind it; empty where no known name is like the given one. */
    public static String question(String given, Collection<String> known) {
        return of(given, known).map("did you mean '%s'? "::formatted).orElse("");
    }

    /** The known name that is most like the given one; empty where none is like it. */
    static Optional<String> of(String given, Collection<String> known) {
        String wanted = given.toLowerCase(Locale.ROOT);
        int most = Math.max(1, wanted.length() / CHARACTERS_PER_CHANGE);
        Optional<String> similar = known.stream()
                .filter(name -> distance(wanted, name.toLowerCase(Locale.ROOT)) <= most)
                .min(Comparator.comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT))));
        return similar.isPresent() ? similar : begunBy(wanted, known);
    }

    private static Optional<String> begunBy(String wanted, Collection<String> known) {
        List<String> longer = known.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(wanted))
                .toList();
        return wanted.length() >= SHORTEST_BEGINNING && longer.size() == 1
                ? Optional.of(longer.get(0))
                : Optional.empty();
    }

    /** Wagner and Fischer 1974, row by row. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= other.length(); column++) {
                int above = row[column];
                int same = one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1;
                row[column] = Math.min(diagonal + same, 1 + Math.min(above, row[column - 1]));
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}

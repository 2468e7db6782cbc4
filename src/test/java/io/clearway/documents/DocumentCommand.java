package io.clearway.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a document tells its readers to type: a block of {@code sh}, or a command in the middle of a sentence.
 *
 * @param document as seen from the checkout, such as {@code docs/api.md}
 * @param line where it begins, counted from 1
 * @param need what the word behind {@code sh} says it needs; empty for what a test can run
 * @param text for bash
 */
record DocumentCommand(String document, int line, String need, String text) {
    private static final Pattern FENCE = Pattern.compile("```(\\S*) ?(.*)");
    private static final Pattern TYPED = Pattern.compile("(?:[A-Z_]+=\\S+ )*(\\./clearway|curl|source) .*");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    /** All that a document tells, in its order. */
    static List<DocumentCommand> of(String document) throws IOException {
        List<DocumentCommand> commands = new ArrayList<>();
        List<String> lines = Files.readAllLines(Path.of(document));
        for (int i = 0; i < lines.size(); i++) {
            var fence = FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                int begin = i + 1;
                i = begin + lines.subList(begin, lines.size()).indexOf("```");
                List<String> block = lines.subList(begin, i);
                if (fence.group(1).equals("sh")) {
                    commands.add(new DocumentCommand(document, begin + 1, fence.group(2), String.join("\n", block)));
                } else if (block.stream().anyMatch(line -> TYPED.matcher(line).matches())) {
                    throw new IllegalStateException("%s:%d: commands belong into a block of sh".formatted(document, i));
                }
            } else {
                for (String typed : typed(lines.get(i))) {
                    commands.add(new DocumentCommand(document, i + 1, "", typed));
                }
            }
        }
        return commands;
    }

    private static List<String> typed(String line) {
        return QUOTED.matcher(line)
                .results()
                .map((MatchResult quoted) -> quoted.group(1))
                .filter(words -> TYPED.matcher(words).matches())
                .toList();
    }

    /** Whether it is another with other options, or with variables before it. */
    boolean isVariantOf(DocumentCommand other) {
        return text.replaceFirst("^([A-Z_]+=\\S+ )+", "").startsWith(other.text);
    }

    @Override
    public String toString() {
        return "%s:%d: %s".formatted(document, line, text);
    }
}

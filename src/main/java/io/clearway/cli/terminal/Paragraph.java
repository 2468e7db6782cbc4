package io.clearway.cli.terminal;

import java.io.PrintStream;

/** Text broken between words to lines of at most 80 columns; every line but the first is indented further. */
public final class Paragraph {
    private static final int COLUMNS = 80;
    private static final String FURTHER = "  ";

    private final String indent;
    private final PrintStream out;

    public Paragraph(String indent, PrintStream out) {
        this.indent = indent;
        this.out = out;
    }

    public void print(String text) {
        var line = new StringBuilder(indent);
        boolean empty = true;
        for (String word : text.strip().split("\\s+", -1)) {
            if (!empty && line.length() + 1 + word.length() > COLUMNS) {
                out.println(line);
                line.setLength(0);
                line.append(indent).append(FURTHER);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        out.println(line);
    }
}

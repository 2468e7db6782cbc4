package io.clearway.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plain table for a terminal: first column to the left, all others to the right. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<String> headings) {
        rows.add(headings);
    }

    /** Adds a row; it must have as many cells as the headings. */
    void row(List<String> cells) {
        if (cells.size() != rows.get(0).size()) {
            throw new IllegalArgumentException("A row of %d cells does not fit %d columns"
                    .formatted(cells.size(), rows.get(0).size()));
        }
        rows.add(cells);
    }

    /** The table with a line under its headings, each line ended. */
    String render() {
        var text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            text.append(line(rows.get(i))).append(System.lineSeparator());
            if (i == 0) {
                text.append("─".repeat(line(rows.get(0)).length())).append(System.lineSeparator());
            }
        }
        return text.toString();
    }

    private String line(List<String> cells) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String format = column == 0 ? "%-" + width(column) + "s" : GAP + "%" + width(column) + "s";
            line.append(String.format(Locale.ROOT, format, cells.get(column)));
        }
        return line.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1);
    }
}

package io.clearway.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * A plain table for a terminal: first column to the left, all others to the right. Where it would be wider than 80
 * columns, chosen columns are cut; a cell of the first column that is still too long gets a line of its own.
 */
public final class TextTable {
    private static final int COLUMNS = 80;
    private static final int SHORTEST = 4;
    private static final String GAP = "  ";

    private final boolean color;
    private final List<Integer> givingWay;
    private final List<Row> rows = new ArrayList<>();

    private record Row(List<String> cells, IntFunction<TerminalColors> colors) {}

    /**
     * @param color whether it is colored
     * @param givingWay columns that may be cut, the first of them first
     */
    public TextTable(List<String> headings, boolean color, List<Integer> givingWay) {
        this.color = color;
        this.givingWay = givingWay;
        rows.add(new Row(headings, column -> TerminalColors.STRONG));
    }

    /** Adds a row; it must have as many cells as the headings. */
    void row(List<String> cells) {
        row(cells, column -> TerminalColors.PLAIN);
    }

    /** The same with a color for each column. */
    public void row(List<String> cells, IntFunction<TerminalColors> colors) {
        if (cells.size() != rows.get(0).cells().size()) {
            throw new IllegalArgumentException("A row of %d cells does not fit %d columns"
                    .formatted(cells.size(), rows.get(0).cells().size()));
        }
        rows.add(new Row(cells, colors));
    }

    /** The table with a line under its headings, each line ended. */
    public String render() {
        int[] widths = widths();
        var text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            write(rows.get(i), widths, text);
            if (i == 0) {
                text.append("─".repeat(total(widths))).append(System.lineSeparator());
            }
        }
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[rows.get(0).cells().size()];
        for (int column = 0; column < widths.length; column++) {
            int at = column;
            widths[column] = rows.stream()
                    .mapToInt(row -> row.cells().get(at).length())
                    .max()
                    .orElse(1);
        }
        for (int column : givingWay) {
            shrink(
                    widths,
                    column,
                    Math.max(SHORTEST, rows.get(0).cells().get(column).length()));
        }
        shrink(widths, 0, rows.get(0).cells().get(0).length());
        return widths;
    }

    private static void shrink(int[] widths, int column, int least) {
        int tooMany = Math.max(0, total(widths) - COLUMNS);
        widths[column] = Math.min(widths[column], Math.max(least, widths[column] - tooMany));
    }

    private static int total(int[] widths) {
        int sum = GAP.length() * (widths.length - 1);
        for (int width : widths) {
            sum += width;
        }
        return sum;
    }

    private void write(Row row, int[] widths, StringBuilder text) {
        String first = row.cells().get(0);
        if (first.length() > widths[0] && !givingWay.contains(0)) {
            text.append(painted(first, row.colors().apply(0))).append(System.lineSeparator());
            first = "";
        }
        for (int column = 0; column < widths.length; column++) {
            String cell = cut(column == 0 ? first : row.cells().get(column), widths[column]);
            String side = column == 0 ? "-" : "";
            text.append(column == 0 ? "" : GAP)
                    .append(painted(
                            String.format(Locale.ROOT, "%" + side + widths[column] + "s", cell),
                            row.colors().apply(column)));
        }
        text.append(System.lineSeparator());
    }

    private String painted(String text, TerminalColors paint) {
        return color ? paint.on(text) : text;
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }
}

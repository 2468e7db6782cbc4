package io.clearway.report;

import java.util.List;

/**
 * The content of a report, before it is written as HTML or Markdown.
 *
 * @param title of all
 * @param sections in order
 */
public record Report(String title, List<Section> sections) {
    public Report {
        sections = List.copyOf(sections);
    }

    /**
     * A part with a heading; each list may be empty.
     *
     * @param title its heading
     * @param remarks sentences, each a paragraph
     * @param drawings figures
     * @param tables tables; those without rows are left out
     * @param commands lines for a shell, to be copied as they are
     */
    public record Section(
            String title, List<String> remarks, List<Drawing> drawings, List<Table> tables, List<String> commands) {
        /** One without commands. */
        public static Section of(String title, List<String> remarks, List<Drawing> drawings, List<Table> tables) {
            return new Section(title, remarks, drawings, tables, List.of());
        }

        /** Whether there is nothing in it but remarks. */
        public boolean isEmpty() {
            return drawings.isEmpty()
                    && commands.isEmpty()
                    && tables.stream().allMatch(table -> table.rows().isEmpty());
        }
    }

    /**
     * A figure.
     *
     * @param name unique within the report, fit for a file
     * @param caption text below it
     * @param svg the drawing itself
     */
    public record Drawing(String name, String caption, String svg) {
        private static final String FOREGROUND =
                "<style>svg{color:#1f2328}@media(prefers-color-scheme:dark){svg{color:#d1d7e0}}</style>";

        /** The drawing as a file, which has no page around it to take the color of its axes from. */
        public String file() {
            int opened = svg.indexOf('>') + 1;
            return svg.substring(0, opened) + FOREGROUND + svg.substring(opened);
        }
    }

    /** A table; every row is as long as the headings. */
    public record Table(List<String> headings, List<List<String>> rows) {}
}

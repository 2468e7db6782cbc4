package io.clearway.cli.report;

import io.clearway.report.Report;
import io.clearway.report.Report.Section;
import io.clearway.report.Report.Table;
import java.util.List;
import java.util.stream.Collectors;

/** A report as Markdown, its drawings as files beside it. */
public final class MarkdownReport {
    private MarkdownReport() {}

    /**
     * The whole file.
     *
     * @param drawings folder of the drawings, as seen from the file; a drawing's file is its name and {@code .svg}
     */
    public static String render(Report report, String drawings) {
        var text = new StringBuilder("# %s\n".formatted(escape(report.title())));
        for (Section section : report.sections()) {
            text.append("\n## %s\n".formatted(escape(section.title())));
            section.remarks().forEach(remark -> text.append("\n%s\n".formatted(escape(remark))));
            section.tables().forEach(table -> text.append(table(table)));
            section.commands().forEach(command -> text.append("\n```sh\n%s\n```\n".formatted(command)));
            section.drawings()
                    .forEach(drawing -> text.append(
                            "\n![%s](%s/%s.svg)\n".formatted(escape(drawing.caption()), drawings, drawing.name())));
        }
        return text.toString();
    }

    private static String table(Table table) {
        if (table.rows().isEmpty()) {
            return "";
        }
        String rule = table.headings().stream().map(heading -> "---").collect(Collectors.joining("|", "|", "|\n"));
        return "\n" + row(table.headings()) + rule
                + table.rows().stream().map(MarkdownReport::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(MarkdownReport::escape).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String escape(String words) {
        return words.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("[", "\\[")
                .replace("`", "\\`")
                .replace("\n", " ");
    }
}

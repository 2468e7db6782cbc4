package io.clearway.report;

import io.clearway.report.Report.Drawing;
import io.clearway.report.Report.Section;
import io.clearway.report.Report.Table;
import java.util.List;

/** A report as one HTML page that needs nothing beside it: no script, no font, no other file. */
public final class HtmlReport {
    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
            .drawings { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr)); gap: 1.5rem; }
            figure { margin: 0; }
            svg { width: 100%; height: auto; }
            .table { overflow-x: auto; margin: 1rem 0; }
            table { border-collapse: collapse; font-size: .9rem; }
            th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8886; }
            th { vertical-align: bottom; }
            td { overflow-wrap: break-word; }
            td + td { font-variant-numeric: tabular-nums; white-space: nowrap; }
            .facts td:first-child { white-space: nowrap; }
            .facts td:last-child { overflow-wrap: anywhere; white-space: normal; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: .8rem; background: #8882; }
            @media print { section { break-inside: avoid; } }
            """;

    /** Columns of a table of names and texts of any length. */
    private static final int PAIR = 2;

    private HtmlReport() {}

    /** The whole page. */
    public static String render(Report report) {
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n<h1>%s</h1>\n"
                        .formatted(escape(report.title()), STYLE, escape(report.title())));
        report.sections().forEach(section -> page.append(section(section)));
        return page + "</body>\n</html>\n";
    }

    private static String section(Section section) {
        var text = new StringBuilder("<section>\n<h2>%s</h2>\n".formatted(escape(section.title())));
        section.remarks().forEach(remark -> text.append("<p>%s</p>\n".formatted(escape(remark))));
        section.tables().forEach(table -> text.append(table(table)));
        section.commands().forEach(command -> text.append("<pre><code>%s</code></pre>\n".formatted(escape(command))));
        if (!section.drawings().isEmpty()) {
            text.append("<div class=\"drawings\">\n");
            for (Drawing drawing : section.drawings()) {
                text.append("<figure>%s</figure>\n".formatted(drawing.svg()));
            }
            text.append("</div>\n");
        }
        return text + "</section>\n";
    }

    private static String table(Table table) {
        if (table.rows().isEmpty()) {
            return "";
        }
        String kind = table.headings().size() == PAIR ? "table facts" : "table";
        var text = new StringBuilder("<div class=\"%s\"><table>\n<thead>".formatted(kind))
                .append(row(table.headings(), "th scope=\"col\"", "th"))
                .append("</thead>\n<tbody>\n");
        table.rows().forEach(row -> text.append(row(row, "td", "td")));
        return text + "</tbody>\n</table></div>\n";
    }

    private static String row(List<String> cells, String opening, String closing) {
        var text = new StringBuilder("<tr>");
        cells.forEach(cell -> text.append("<%s>%s</%s>".formatted(opening, escape(cell), closing)));
        return text + "</tr>\n";
    }

    /** A text within markup. */
    public static String escape(String content) {
        return content.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

package io.clearway.cli.report;

import io.clearway.report.HtmlReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A drawing in SVG 1.1, in pixels from the upper left corner. All text is escaped; colors of lines follow the page. */
final class Svg {
    /** Colors that color-blind readers can distinguish (Okabe and Ito 2008), without yellow and black. */
    private static final List<String> COLORS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9");

    /** Series after which colors begin again. */
    static final int COLORS_IN_TURN = COLORS.size();

    private final StringBuilder text = new StringBuilder();

    /** @param title what it shows, for those who cannot see it */
    Svg(int width, int height, String title) {
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" font-size=\"12\""
                        .formatted(width, height))
                .append(" font-family=\"system-ui, sans-serif\" fill=\"currentColor\">")
                .append("<title>%s</title>".formatted(escape(title)));
    }

    /** The color of the n-th series; dashes distinguish series of the same color. */
    static String color(int n) {
        return COLORS.get(n % COLORS.size());
    }

    /** A straight line. */
    void line(double x1, double y1, double x2, double y2, String color, double opacity) {
        text.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-opacity=\"%.2f\"/>",
                x1,
                y1,
                x2,
                y2,
                color,
                opacity));
    }

    /** A broken line through points. */
    void path(List<double[]> points, String color, boolean dashed) {
        text.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\"%s/>"
                .formatted(way(points), color, dashed ? " stroke-dasharray=\"6 4\"" : ""));
    }

    private static String way(List<double[]> points) {
        return points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point[0], point[1]))
                .collect(Collectors.joining(" "));
    }

    /** A faint area between two lines of as many points, from left to right. */
    void band(List<double[]> upper, List<double[]> lower, String color) {
        List<double[]> around = new ArrayList<>(upper);
        List<double[]> back = new ArrayList<>(lower);
        Collections.reverse(back);
        around.addAll(back);
        text.append("<polygon points=\"%s\" fill=\"%s\" fill-opacity=\"0.15\"/>".formatted(way(around), color));
    }

    /** A small dot. */
    void dot(double x, double y, String color, double opacity) {
        text.append(String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.2\" fill=\"%s\" fill-opacity=\"%.2f\"/>",
                x,
                y,
                color,
                opacity));
    }

    /** A box, its filling faint. */
    void box(double x, double y, double width, double height, String color) {
        text.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" stroke=\"%s\" fill=\"%s\""
                        + " fill-opacity=\"0.2\"/>",
                x,
                y,
                width,
                height,
                color,
                color));
    }

    /** @param anchor {@code start}, {@code middle} or {@code end} */
    void write(double x, double y, String anchor, String content) {
        text.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                x,
                y,
                anchor,
                escape(content)));
    }

    /** The whole drawing. */
    String render() {
        return text + "</svg>";
    }

    /** Text as it may stand in HTML and XML, in attributes too. */
    static String escape(String content) {
        return HtmlReport.escape(content);
    }
}

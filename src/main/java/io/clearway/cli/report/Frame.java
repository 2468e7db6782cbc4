package io.clearway.cli.report;

/** Grid and numbers of a drawing with a horizontal axis for decisions and a vertical one for values. */
final class Frame {
    private static final double FAINT = 0.15;
    private static final String INK = "currentColor";

    private Frame() {}

    static void draw(Svg svg, Axis x, Axis y) {
        horizontals(svg, x.start(), x.end(), y);
        for (double tick : x.ticks()) {
            svg.line(x.at(tick), y.start(), x.at(tick), y.start() + 4, INK, 1);
            svg.write(x.at(tick), y.start() + 17, "middle", x.label(tick));
        }
    }

    /** Lines of equal value from left to right. */
    static void horizontals(Svg svg, double left, double right, Axis y) {
        for (double tick : y.ticks()) {
            svg.line(left, y.at(tick), right, y.at(tick), INK, FAINT);
            svg.write(left - 6, y.at(tick) + 4, "end", y.label(tick));
        }
        svg.line(left, y.start(), right, y.start(), INK, 1);
    }
}

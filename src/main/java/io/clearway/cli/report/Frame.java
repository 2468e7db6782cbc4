package io.clearway.cli.report;

/** Grid and numbers of a drawing with a horizontal axis for decisions and a vertical one for values. */
final class Frame {
    private static final double FAINT = 0.15;
    private static final double TICK = 4;
    private static final double LABEL_BELOW = 17;
    private static final double LABEL_LEFT = 6;
    private static final double BASELINE = 4;
    private static final String LINE_COLOR = "currentColor";

    private Frame() {}

    static void draw(Svg svg, Axis x, Axis y) {
        horizontals(svg, x.start(), x.end(), y);
        for (double tick : x.ticks()) {
            svg.line(x.at(tick), y.start(), x.at(tick), y.start() + TICK, LINE_COLOR, 1);
            svg.write(x.at(tick), y.start() + LABEL_BELOW, "middle", x.label(tick));
        }
    }

    /** Lines of equal value from left to right. */
    static void horizontals(Svg svg, double left, double right, Axis y) {
        for (double tick : y.ticks()) {
            svg.line(left, y.at(tick), right, y.at(tick), LINE_COLOR, FAINT);
            svg.write(left - LABEL_LEFT, y.at(tick) + BASELINE, "end", y.label(tick));
        }
        svg.line(left, y.start(), right, y.start(), LINE_COLOR, 1);
    }
}

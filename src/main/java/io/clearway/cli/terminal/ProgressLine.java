package io.clearway.cli.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * One line that shows the progress of a long job. On a terminal it is written over itself; into a file or pipe only a
 * line every tenth of the way is printed.
 */
public final class ProgressLine {
    private static final int CELLS = 20;
    private static final int PERCENT = 100;
    private static final double MIN_SHARE_FOR_ESTIMATE = 0.02;
    private static final int STEPS_IN_FILES = 10;

    private final PrintStream out;
    private final boolean terminal;
    private final boolean color;
    private int printed = -1;
    private int width;

    /**
     * @param out one of the console's two
     * @param console knows whether it is a terminal
     */
    public ProgressLine(PrintStream out, Console console) {
        this.out = out;
        this.terminal = console.terminal();
        this.color = console.color();
    }

    /**
     * Shows the progress, a text, and the estimated time left.
     *
     * @param way from 0 to 1; a last round may go beyond the end, which is shown as the end
     */
    public void show(double way, String text, Duration spent) {
        double share = Math.max(0, Math.min(1, way));
        int filled = (int) Math.round(share * CELLS);
        String bar = "█".repeat(filled);
        String rest = "·".repeat(CELLS - filled) + "] " + String.format(Locale.ROOT, "%3.0f %%  ", share * PERCENT)
                + text + left(share, spent);
        String line = "[" + bar + rest;
        if (terminal) {
            String shown = color ? "[" + TerminalColors.GOOD.on(bar) + rest : line;
            out.print("\r" + shown + " ".repeat(Math.max(0, width - line.length())));
            out.flush();
            width = line.length();
        } else if ((int) (share * STEPS_IN_FILES) > printed) {
            printed = (int) (share * STEPS_IN_FILES);
            out.println(line);
        }
    }

    /** Ends the line, so that what follows starts on a new one. */
    public void end() {
        if (terminal && width > 0) {
            out.println();
            width = 0;
        }
    }

    /** {@code m:ss}. */
    public static String clock(Duration duration) {
        return "%d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart());
    }

    private static String left(double share, Duration spent) {
        if (share < MIN_SHARE_FOR_ESTIMATE || share >= 1) {
            return "";
        }
        return "  " + clock(Duration.ofMillis((long) (spent.toMillis() * (1 - share) / share))) + " left";
    }
}

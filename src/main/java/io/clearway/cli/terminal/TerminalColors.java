package io.clearway.cli.terminal;

import java.util.Map;

/** Colors of a terminal, by their meaning. */
public enum TerminalColors {
    PLAIN(""),
    GOOD("32"),
    BAD("31"),
    BUSY("36"),
    FAINT("2"),
    STRONG("1");

    private static final String ESCAPE = "\u001b[";

    private final String code;

    TerminalColors(String code) {
        this.code = code;
    }

    /** The text in this color. */
    String on(String text) {
        return this == PLAIN ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
    }

    /**
     * Whether a terminal may be written on in colors: not where {@code NO_COLOR} is set to anything
     * (https://no-color.org), nor on one that calls itself dumb.
     */
    public static boolean supported(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }
}

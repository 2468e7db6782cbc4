package io.clearway.experiments;

/** An experiment has no results, or none yet. */
public final class NoResults extends RuntimeException {
    private final String field;
    private final String value;
    private final String hint;

    /**
     * @param field what they lack
     * @param value how that is
     * @param hint what to do
     */
    public NoResults(String field, String value, String hint) {
        super("There are no results: %s: %s".formatted(field, value));
        this.field = field;
        this.value = value;
        this.hint = hint;
    }

    /** What they lack. */
    public String field() {
        return field;
    }

    /** How that is. */
    public String value() {
        return value;
    }

    /** What to do. */
    public String hint() {
        return hint;
    }
}

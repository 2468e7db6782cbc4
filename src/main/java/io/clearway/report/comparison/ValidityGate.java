package io.clearway.report.comparison;

/**
 * A condition of a fair comparison.
 *
 * @param name what is looked at
 * @param outcome what came of it
 * @param text what was found, and where it failed what would mend it
 */
public record ValidityGate(String name, Outcome outcome, String text) {
    /** What came of it. */
    public enum Outcome {
        PASSED("passed"),
        /** Nothing can be said, and nothing speaks against the comparison. */
        NOTE("note"),
        /** The comparison permits no conclusion. */
        FAILED("failed");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /** For people. */
        public String word() {
            return word;
        }
    }

    /** One that either holds or forbids a conclusion. */
    public static ValidityGate of(String name, boolean passed, String text) {
        return new ValidityGate(name, passed ? Outcome.PASSED : Outcome.FAILED, text);
    }

    /** One that says what is not known. */
    public static ValidityGate note(String name, String text) {
        return new ValidityGate(name, Outcome.NOTE, text);
    }

    /** Whether it forbids a conclusion. */
    public boolean failed() {
        return outcome == Outcome.FAILED;
    }
}
